package dev.assay.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Facts about the machine that need no native library. */
public final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** The instruction sets that matter for speed, the least first. */
  private static final List<String> SETS =
      List.of("sse4_2", "avx", "avx2", "avx512f", "avx512_bf16", "amx_bf16", "neon", "asimd");

  private Machine() {}

  /** What the processor calls itself. */
  public static String cpu() {
    return cpuInfo("model name").stream()
        .findFirst()
        .orElse(String.valueOf(System.getProperty("os.arch")));
  }

  /** The processor's vector instruction sets, as far as the operating system tells. */
  public static List<String> instructionSets() {
    Set<String> flags = new TreeSet<>();
    for (String key : List.of("flags", "Features")) {
      cpuInfo(key).forEach(line -> flags.addAll(List.of(line.split(" "))));
    }
    return SETS.stream().filter(flags::contains).toList();
  }

  private static List<String> cpuInfo(String key) {
    try {
      return Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .distinct()
          .toList();
    } catch (IOException e) {
      return List.of(); // not Linux
    }
  }
}

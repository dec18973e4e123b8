package dev.assay.engine.dl4j;

import dev.assay.engine.Device;
import dev.assay.engine.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What this build and this machine compute on. Nothing here loads a native library. */
public final class Backend {

  private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
  private static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

  /** ND4J M2.1 is built for cards up to compute capability 8.6, and needs CUDA 11.6. */
  private static final double NEWEST_CARD = 8.6;

  private Backend() {}

  /** A graphics card, as its driver describes it. */
  public record Card(String name, double computeCapability) {
    boolean supported() {
      return computeCapability <= NEWEST_CARD;
    }
  }

  /** Whether the build carries the backend for the CPU. */
  public static boolean carriesCpu() {
    return present(CPU);
  }

  /** Whether the build carries the backend for GPUs. */
  public static boolean carriesCuda() {
    return present(CUDA);
  }

  private static boolean present(String className) {
    String resource = className.replace('.', '/') + ".class";
    return Backend.class.getClassLoader().getResource(resource) != null;
  }

  /**
   * The device that an experiment which asks for {@code wanted} is computed on.
   *
   * @throws EnvironmentException if there is none; the message says which part is missing
   */
  public static Device choose(Device wanted) {
    if (wanted == Device.CPU) {
      if (!carriesCpu()) {
        throw new EnvironmentException(
            "device cpu: this build carries the CUDA backend instead of the CPU's; build it again"
                + " without -Pcuda");
      }
      return Device.CPU;
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isEmpty()) {
      return Device.GPU;
    }
    if (wanted == Device.GPU || !carriesCpu()) {
      throw new EnvironmentException("device gpu: " + obstacle.get());
    }
    return Device.CPU;
  }

  /** Why no GPU can be used, or nothing. */
  public static Optional<String> obstacle() {
    if (!carriesCuda()) {
      return Optional.of(
          "this build carries no CUDA backend; `MAVEN_ARGS=-Pcuda ./assay doctor` builds one that does");
    }
    List<Card> cards = cards();
    if (cards.isEmpty()) {
      return Optional.of(
          driver().isEmpty()
              ? "no NVIDIA driver is loaded"
              : "the NVIDIA driver is loaded, but nvidia-smi shows no card");
    }
    if (cards.stream().noneMatch(Card::supported)) {
      Card card = cards.get(0);
      return Optional.of(
          String.format(
              Locale.ROOT,
              "the card, %s, has compute capability %.1f; ND4J 1.0.0-M2.1 is built with CUDA 11.6"
                  + " for cards up to %.1f",
              card.name(),
              card.computeCapability(),
              NEWEST_CARD));
    }
    return Optional.empty();
  }

  /** The version of the NVIDIA driver, if one is loaded. */
  public static Optional<String> driver() {
    try {
      Path version = Path.of("/proc/driver/nvidia/version");
      if (Files.exists(version)) {
        return Files.readAllLines(version).stream().findFirst();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return ask("driver_version");
  }

  /** The cards that the driver shows. */
  public static List<Card> cards() {
    return ask("name,compute_cap").stream()
        .flatMap(String::lines)
        .map(line -> line.split(", *"))
        .filter(parts -> parts.length == 2 && parts[1].matches("[0-9.]+"))
        .map(parts -> new Card(parts[0], Double.parseDouble(parts[1])))
        .toList();
  }

  /** What nvidia-smi says, if it is there and answers within seconds. */
  private static Optional<String> ask(String what) {
    try {
      Process process =
          new ProcessBuilder("nvidia-smi", "--query-gpu=" + what, "--format=csv,noheader")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plugin, built outside the project as its README says, and dropped into a folder. */
class PluginJarTest {

  private static final Path EXAMPLE = Cli.PROJECT.resolve("plugins/example");

  @TempDir Path folder;

  @Test
  void aJarInAFolderBringsItsLayersAndDatasets() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    jar(plugins.resolve("example.jar"));
    Result result =
        Cli.inProject()
            .run(
                "test",
                "plugins/example/spirals.yaml",
                "--plugins",
                plugins.toString(),
                "--format",
                "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.json().get("passed").asInt()).isEqualTo(1);
  }

  @Test
  void withoutItTheMessageSaysThatAPluginMayBeMissing() {
    Result result = Cli.inProject().run("check", "plugins/example/spirals.yaml");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out())
        .contains("unknown layer `snake`")
        .contains("If a plugin brings `snake`, name the plugin's folder with --plugins.");
  }

  @Test
  void aFolderWithoutJarsIsSaid() {
    Result result =
        Cli.inProject().run("plugins", "--plugins", folder.resolve("nothing").toString());
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("does not exist").doesNotContain("\tat ");
  }

  private void jar(Path file) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String classPath = Cli.inProject().run("plugins", "--class-path").out().strip();
    List<String> arguments = new ArrayList<>(List.of("-cp", classPath, "-d", classes.toString()));
    files(EXAMPLE.resolve("src/main/java")).forEach(source -> arguments.add(source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).isZero();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Path root : List.of(classes, EXAMPLE.resolve("src/main/resources"))) {
        for (Path entry : files(root)) {
          jar.putNextEntry(new JarEntry(root.relativize(entry).toString().replace('\\', '/')));
          Files.copy(entry, jar);
        }
      }
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

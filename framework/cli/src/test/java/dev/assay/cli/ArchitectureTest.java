package dev.assay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may see whom. */
class ArchitectureTest {

  private static final String CONFIG = "dev.assay.config..";
  private static final String ENGINE = "dev.assay.engine..";
  private static final String CLI = "dev.assay.cli..";
  private static final String[] PLUGINS = {
    "dev.assay.standard..", "dev.assay.datasets..", "dev.assay.mlflow.."
  };

  private static final Path PICTURE = Path.of("../architecture.md");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  @Test
  void theTestSeesTheClasses() {
    assertThat(CLASSES).hasSizeGreaterThan(200);
    assertThat(packages()).hasSizeGreaterThan(25);
  }

  @Test
  void configSeesNoNetworkAndNobodyAboveIt() {
    noClasses()
        .that()
        .resideInAPackage(CONFIG)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, CLI, "org.nd4j..", "org.deeplearning4j..", "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void oneClassSeesSnakeYaml() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.YamlReader(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yaml..")
        .check(CLASSES);
  }

  @Test
  void engineSeesNoPluginAndNoCommandLine() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PLUGINS)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(CLI)
        .check(CLASSES);
  }

  @Test
  void commandLineSeesNoPlugin() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PLUGINS)
        .check(CLASSES);
  }

  @Test
  void noPluginSeesAnother() {
    for (String plugin : PLUGINS) {
      for (String other : PLUGINS) {
        if (!plugin.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(plugin)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(other)
              .allowEmptyShould(true)
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void onlyTheTrackerSeesMlflow() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.mlflow..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mlflow..")
        .check(CLASSES);
  }

  @Test
  void onlyTheAdapterExtendsTheInsideOfDl4j() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.engine.dl4j..")
        .should()
        .beAssignableTo(org.deeplearning4j.nn.api.Layer.class)
        .orShould()
        .beAssignableTo(org.deeplearning4j.nn.conf.layers.Layer.class)
        .orShould()
        .beAssignableTo(org.deeplearning4j.nn.conf.graph.GraphVertex.class)
        .check(CLASSES);
  }

  @Test
  void onePackageSeesOneDnn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.engine.kernel.onednn")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.assay.(*).(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** {@code framework/architecture.md} shows what is; -Dgolden.update=true draws it anew. */
  @Test
  void thePictureShowsWhatIs() throws IOException {
    StringBuilder picture =
        new StringBuilder("# Who sees whom\n\nDrawn by a test from the code.\n");
    for (String module : new String[] {"config", "engine"}) {
      picture.append("\n## ").append(module).append("\n\n```mermaid\nflowchart TD\n");
      arrows(module).forEach(arrow -> picture.append("  ").append(arrow).append('\n'));
      picture.append("```\n");
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(Files.readString(PICTURE)).isEqualTo(picture.toString());
  }

  private static Set<String> packages() {
    Set<String> names = new TreeSet<>();
    CLASSES.forEach(type -> names.add(type.getPackageName()));
    return names;
  }

  private static Set<String> arrows(String module) {
    String root = "dev.assay." + module;
    Set<String> arrows = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      type.getDirectDependenciesFromSelf()
          .forEach(
              dependency -> {
                String from = type.getPackageName();
                String to = dependency.getTargetClass().getPackageName();
                if (from.startsWith(root) && to.startsWith(root) && !from.equals(to)) {
                  arrows.add(shortName(from) + " --> " + shortName(to));
                }
              });
    }
    return arrows;
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The adapter extends classes that DL4J does not mean to be extended. On another version, read
   * them again: the arrays that a layer is given, who owns a gradient's view, when scores are
   * reset.
   */
  @Test
  void adapterWasWrittenForThisVersionOfDl4j() throws IOException {
    assertThat(version("org.deeplearning4j", "deeplearning4j-nn")).isEqualTo("1.0.0-M2.1");
    assertThat(version("org.nd4j", "nd4j-api")).isEqualTo("1.0.0-M2.1");
  }

  private static String version(String group, String artifact) throws IOException {
    String file = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(ArchitectureTest.class.getResourceAsStream(file))) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}

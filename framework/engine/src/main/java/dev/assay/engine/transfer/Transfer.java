package dev.assay.engine.transfer;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.architecture.NamePattern;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Layers that start as another run has left them. */
@Doc("Layers that start as another run has left them.")
public record Transfer(
    @Doc(
            "The run: its folder, a checkpoint in it, or the folder of its experiment, whose"
                + " newest run is then meant.")
        @FilePath
        String run,
    @Doc(
            "Which layers, by their names here; `*` stands for any letters, a group's name for all"
                + " in it.")
        @Default("\"*\"")
        @NotEmpty
        List<String> layers,
    @Doc("Which of them start as if nothing were taken, such as a new head.") List<String> except,
    @Doc("What layers are called there, by their names here, where the two differ.")
        Map<String, String> renamed,
    @Doc("Whether what is taken stays as it is.") @Default("false") boolean frozen,
    @Doc("The digest of all parameters there, if they must be those; a resolved file has it.")
        @Nullable String sha256) {

  /** Whether it is for a layer of this network. */
  public boolean takes(String layer) {
    return has(layers, layer) && !has(except, layer);
  }

  private static boolean has(List<String> patterns, String layer) {
    return patterns.stream().anyMatch(pattern -> new NamePattern(pattern).matches(layer));
  }

  /**
   * What a layer of this network is called there; a group that is renamed takes its layers along.
   */
  public String there(String layer) {
    for (Map.Entry<String, String> name : renamed.entrySet()) {
      if (layer.equals(name.getKey()) || layer.startsWith(name.getKey() + ".")) {
        return name.getValue() + layer.substring(name.getKey().length());
      }
    }
    return layer;
  }

  /** The same, of one checkpoint that has been found, which it must be again. */
  public Transfer pinned(Path checkpoint, String digest) {
    return new Transfer(checkpoint.toString(), layers, except, renamed, frozen, digest);
  }
}

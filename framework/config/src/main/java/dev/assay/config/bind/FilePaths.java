package dev.assay.config.bind;

import dev.assay.config.bind.Scalars.Mismatch;
import dev.assay.config.tree.Node;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.IdentityHashMap;

/** The paths of a tree, made absolute. */
final class FilePaths {

  private final IdentityHashMap<Node, String> absolute = new IdentityHashMap<>();

  String read(Node.Scalar scalar) throws Mismatch {
    String text = Scalars.text(scalar);
    try {
      Path path = start(scalar).resolve(text).normalize();
      if (!Files.exists(path)) {
        return text; // it may be the name of something that travels with a plugin
      }
      absolute.put(scalar, path.toString());
      return path.toString();
    } catch (InvalidPathException e) {
      throw new Mismatch();
    }
  }

  /** The folder that a relative path starts from. */
  private static Path start(Node.Scalar scalar) {
    Path working = Path.of("").toAbsolutePath();
    String written = scalar.span().source().name();
    return written.startsWith("--") ? working : working.resolve(written).resolveSibling("");
  }

  /** What stands for which scalar. */
  IdentityHashMap<Node, String> absolute() {
    return new IdentityHashMap<>(absolute);
  }
}

package dev.assay.engine.kernel.onednn;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;

/** oneDNN on this machine. */
public final class OneDnn {

  private OneDnn() {}

  /**
   * What came of loading the library. The JVM says why only to the first who asks, so it is asked
   * once.
   */
  private static final class Loaded {
    static final Optional<String> OBSTACLE = load();

    private static Optional<String> load() {
      try {
        dnnl.dnnl_version();
        return Optional.empty();
      } catch (LinkageError e) {
        return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
  }

  /** The processor, as oneDNN sees it. */
  static final class Processor {
    static final engine ENGINE = new engine(dnnl.convert_to_c(engine.kind.cpu), 0L);

    private Processor() {}
  }

  /** Why oneDNN cannot be used here, or nothing. Loads the library. */
  public static Optional<String> obstacle() {
    return Loaded.OBSTACLE;
  }

  /** The library's version: {@code 2.5.2}. */
  public static String version() {
    dnnl_version_t version = dnnl.dnnl_version();
    return "%d.%d.%d".formatted(version.major(), version.minor(), version.patch());
  }
}

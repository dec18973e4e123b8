package dev.assay.cli;

import com.beust.jcommander.Parameter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options that every verb has. */
final class CommonOptions {

  /** How a command answers. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  /** Reads the names of formats. */
  static final class FormatConverter implements com.beust.jcommander.IStringConverter<Format> {
    @Override
    public Format convert(String value) {
      for (Format format : Format.values()) {
        if (format.name().equals(value.toUpperCase(Locale.ROOT))) {
          return format;
        }
      }
      throw new UsageException(
          "--format is text, json or, for `check`, sarif; not `" + value + "`");
    }
  }

  @Parameter(
      names = "--format",
      description = "text; json: one document on standard output; for check also sarif",
      converter = FormatConverter.class,
      placeholder = "FORMAT")
  Format format = Format.TEXT;

  @Parameter(names = "--plugins", description = "a folder of plugin jars", placeholder = "DIR")
  @Nullable String plugins;

  @Parameter(names = "--quiet", description = "no progress, no notes")
  boolean quiet;

  @Parameter(names = "--no-color", description = "no colours, also on a terminal")
  boolean noColor;

  @Parameter(names = "--debug", description = "show stack traces")
  boolean debug;

  @Parameter(
      names = {"-h", "--help"},
      description = "show this help",
      help = true)
  boolean help;
}

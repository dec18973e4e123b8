package dev.assay.mlflow;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why a server was not told; the message is one sentence for the user. */
final class Trouble extends IOException {
  private static final long serialVersionUID = 1;

  /** What may help. */
  enum Remedy {
    /** The same request may well be taken in a moment. */
    MOMENT,
    /** Somebody has to do something about the server, the network or the settings. */
    REPAIR,
    /** The server understood the request and will never take it. */
    NONE
  }

  private final int status;
  private final String code;
  private final Remedy remedy;

  /**
   * An answer that is none.
   *
   * @param status HTTP's
   * @param code MLflow's own word for it, or an empty text
   */
  Trouble(String sentence, int status, String code, Remedy remedy) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
  }

  /** No answer at all. */
  Trouble(String sentence, Remedy remedy, @Nullable Throwable cause) {
    super(sentence, cause);
    this.status = 0;
    this.code = "";
    this.remedy = remedy;
  }

  /** HTTP's status, or 0 if there was no answer. */
  int status() {
    return status;
  }

  /** MLflow's own word for it, or an empty text. */
  String code() {
    return code;
  }

  Remedy remedy() {
    return remedy;
  }
}

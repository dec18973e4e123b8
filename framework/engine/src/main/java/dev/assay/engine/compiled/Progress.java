package dev.assay.engine.compiled;

import dev.assay.engine.kernel.Reading;
import org.jspecify.annotations.Nullable;

/** How far a program has come that reads step by step, and for whom. */
final class Progress implements Reading {

  private final int limit;
  private int position;
  private @Nullable Object reader;

  Progress(int limit) {
    this.limit = limit;
  }

  /** Somebody begins to read; what others have read is forgotten. */
  void begin(Object newReader) {
    reader = newReader;
    position = 0;
  }

  /** Refuses those who began before somebody else did. */
  void require(Object asking) {
    if (reader != asking) {
      throw new IllegalStateException("this text was left for another one, and is over");
    }
  }

  /** A step has been read. */
  void advance() {
    position++;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public int limit() {
    return limit;
  }
}

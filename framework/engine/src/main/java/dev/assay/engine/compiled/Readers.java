package dev.assay.engine.compiled;

import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Programs that read one step after the other, each for a number of texts. */
final class Readers implements AutoCloseable {

  /** As many are kept: for a whole batch of questions, its smaller last one, a text or two. */
  private static final int KEPT = 4;

  private final Compiler compiler;
  private final Map<Key, Reader> readers = new LinkedHashMap<>(8, 0.75f, true);
  private @Nullable String obstacle;

  private record Key(int rows, int context) {}

  /** A program, and how far it has come. */
  record Reader(Program program, Progress progress) {

    void close() {
      progress.begin(this); // whoever used it last is told
      program.close();
    }
  }

  Readers(Compiler compiler) {
    this.compiler = compiler;
  }

  /** A program for so many texts, or nothing where a layer cannot carry on what it has read. */
  Optional<Reader> of(NextSymbol next, int rows) {
    if (obstacle != null) {
      return Optional.empty();
    }
    Key key = new Key(rows, next.context());
    Reader known = readers.get(key);
    return known == null ? compiled(key) : Optional.of(known);
  }

  private Optional<Reader> compiled(Key key) {
    Progress progress = new Progress(key.context());
    try {
      Reader reader = new Reader(compiler.compile(key.rows(), progress), progress);
      if (readers.size() == KEPT) {
        Key eldest = readers.keySet().iterator().next();
        Objects.requireNonNull(readers.remove(eldest)).close();
      }
      readers.put(key, reader);
      return Optional.of(reader);
    } catch (UnsupportedException e) {
      obstacle = e.getMessage();
      return Optional.empty();
    }
  }

  /** Why texts are read again for each symbol, if they are. */
  Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  Stream<Program> programs() {
    return readers.values().stream().map(Reader::program);
  }

  /** How much memory they take outside the Java heap. */
  long bytes() {
    return programs().mapToLong(Program::bytes).sum();
  }

  @Override
  public void close() {
    readers.values().forEach(Reader::close);
    readers.clear();
  }
}

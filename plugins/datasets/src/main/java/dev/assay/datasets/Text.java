package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text, character by character or word by word: windows of it, and for each symbol the next one
 * as target. Symbols are the text's characters in the order of their code points, or its words, the
 * most frequent first.
 *
 * <p>The last part of the text is kept for validation, and never trained on. Its windows lie side
 * by side, so that each of its symbols counts once. With a {@code stride} of 1 training windows
 * start anywhere in the text, in an order that is drawn.
 */
@Doc("A text, with the next character, or word, as the target of each.")
@Consistent
public record Text(
    @Doc("A text file in UTF-8; some works of Shakespeare if left out.") @FilePath
        @Nullable String file,
    @Doc("What the text is divided into.") @Default("characters") Tokens tokens,
    @Doc(
            value =
                "How many words are kept, the most frequent in what is trained on; all others"
                    + " become one. All words are kept if left out.",
            unit = "words")
        @Positive
        @Nullable Integer vocabulary,
    @Doc("What stands for all words that are not kept; `<unk>` if left out.")
        @Nullable String unknown,
    @Doc(value = "Length of the windows.", unit = UNITS) @Positive int window,
    @Doc(
            value =
                "How far one training window starts behind another; the window's length if left out.",
            unit = UNITS)
        @Positive
        @Nullable Integer stride,
    @Doc("The share of the text that is kept for validation.")
        @Default("0.1")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double validation)
    implements Dataset, CrossField {

  private static final String UNITS = "characters or words";

  private static final String SHA256 =
      "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed";

  /** What a text is divided into. */
  public enum Tokens {
    CHARACTERS,
    WORDS
  }

  @Override
  public List<Clash> clashes() {
    List<Clash> clashes = new ArrayList<>();
    if (vocabulary != null && tokens != Tokens.WORDS) {
      clashes.add(new Clash("vocabulary", "`vocabulary` is for words: `tokens: words`"));
    }
    if (unknown != null && vocabulary == null) {
      clashes.add(
          new Clash("unknown", "no word is unknown: without `vocabulary` all words are kept"));
    }
    return clashes;
  }

  @Override
  public DataSpec spec(DataFiles files) {
    CodedText text = coded(read(files));
    Shape shape = Shape.ofSymbols(text.vocabulary().words().size(), window);
    Map<String, Integer> samples = new LinkedHashMap<>();
    parts(text.symbols()).forEach((name, part) -> samples.put(name, part.size()));
    return DataSpec.of(shape, shape, samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    DataFile read = read(files);
    CodedText text = coded(read);
    return new Data(
        new LinkedHashMap<>(parts(text.symbols())),
        file == null ? "built in" : file,
        Digests.sha256(read.bytes()),
        Map.of("input", text.vocabulary(), "target", text.vocabulary()));
  }

  private CodedText coded(DataFile read) {
    String text = Utf8.text(read);
    String other = unknown == null ? "<unk>" : unknown;
    return tokens == Tokens.CHARACTERS
        ? CodedText.characters(text)
        : CodedText.words(text, 1 - validation, vocabulary, other);
  }

  private DataFile read(DataFiles files) {
    if (file == null) {
      Path own = files.find("tinyshakespeare").orElse(null);
      return DataFile.read(own, "tinyshakespeare", "input.txt").verified(SHA256);
    }
    return DataFile.find(files, file);
  }

  private Map<String, Windows> parts(int[] text) {
    int cut = (int) Math.round(text.length * (1 - validation));
    int step = stride == null ? window : stride;
    Map<String, Windows> parts = new LinkedHashMap<>();
    parts.put(DataSpec.TRAIN, new Windows(text, 0, cut, window, step));
    if (validation > 0) {
      parts.put("validation", new Windows(text, cut, text.length, window, window));
    }
    parts.forEach((name, part) -> requireWindow(name, part));
    return parts;
  }

  private void requireWindow(String name, Windows part) {
    if (part.size() == 0) {
      throw new DataException(
          "the %s part of the text has %,d %s, too few for a window of %,d and its next"
              .formatted(
                  name, part.end() - part.start(), tokens.name().toLowerCase(Locale.ROOT), window));
    }
  }

  /** Windows of a part of a text, each with the characters that follow. */
  @SuppressWarnings("ArrayRecordComponent") // the text, read only here
  private record Windows(int[] text, int start, int end, int window, int stride)
      implements Data.Split {

    @Override
    public int size() {
      int room = end - start - window - 1;
      return room < 0 ? 0 : room / stride + 1;
    }

    @Override
    public void read(int sample, Batch batch, int row) {
      int from = start + sample * stride;
      for (int i = 0; i < window; i++) {
        batch.inputs().get(0).set(row * window + i, text[from + i]);
        batch.targets().get(0).set(row * window + i, text[from + i + 1]);
      }
    }
  }
}

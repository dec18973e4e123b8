package dev.assay.engine.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that has been opened.
 *
 * @param splits samples by split, with the names and sizes that the dataset's {@link DataSpec} says
 * @param source where it comes from, for the record of a run: a path, or a word for built-in data
 * @param digest a digest of all samples, in hexadecimal: the same data has the same one
 * @param vocabularies what symbols stand for, by the name of the field; fields whose symbols are
 *     just numbers are left out
 * @param encoder makes inputs of what a user writes; null where that is plain numbers or text
 */
public record Data(
    Map<String, Split> splits,
    String source,
    String digest,
    Map<String, Vocabulary> vocabularies,
    @Nullable Encoder encoder) {

  /** Samples that can be read in any order. */
  public interface Split {

    int size();

    /**
     * Whether reading takes so long, of a disk or for its computing, that batches are read by
     * threads of their own while others before them are computed.
     */
    default boolean isSlow() {
      return false;
    }

    /**
     * Writes one sample. Several threads may do so at once, each to a batch of its own.
     *
     * @param sample from 0 to {@code size() - 1}
     * @param batch where to write it
     * @param row the sample's row in the batch
     */
    void read(int sample, Batch batch, int row);

    /** Called before each epoch, counted from 1; a split that draws its samples anew does so. */
    default void startEpoch(int epoch) {}
  }

  public Data {
    splits = new LinkedHashMap<>(splits);
    vocabularies = new LinkedHashMap<>(vocabularies);
  }

  /** The same data with other splits. */
  public Data with(Map<String, Split> others) {
    return new Data(others, source, digest, vocabularies, encoder);
  }

  /** Data whose symbols are just numbers. */
  public Data(Map<String, Split> splits, String source, String digest) {
    this(splits, source, digest, Map.of());
  }

  /** Data whose inputs are plain numbers or text. */
  public Data(
      Map<String, Split> splits,
      String source,
      String digest,
      Map<String, Vocabulary> vocabularies) {
    this(splits, source, digest, vocabularies, null);
  }

  /** What the symbols of a field stand for. */
  public Vocabulary vocabulary(DataSpec.Field field) {
    Vocabulary own = vocabularies.get(field.name());
    return own == null ? Vocabulary.ofNumbers(field.shape().symbols()) : own;
  }

  /** The samples of a split, which must be one of this dataset's. */
  public Split split(String name) {
    return Objects.requireNonNull(splits.get(name), name);
  }
}

package dev.assay.config.bind;

import dev.assay.config.diagnostics.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the words of other frameworks are here. */
final class OtherWords {

  static final String EXTENDS = "extends";

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("defaults", EXTENDS),
          Map.entry("_target_", "type"),
          Map.entry("class_path", "type"),
          Map.entry("lr", "learning_rate"),
          Map.entry("model", "architecture"),
          Map.entry("network", "architecture"),
          Map.entry("data", "dataset"),
          Map.entry("trainer", "training"),
          Map.entry("max_epochs", "epochs"),
          Map.entry("num_epochs", "epochs"),
          Map.entry("max_steps", "steps"),
          Map.entry("path", "file"),
          Map.entry("root", "folder"),
          Map.entry("image_size", "size"),
          Map.entry("normalize", "standardize"),
          Map.entry("block_size", "window"),
          Map.entry("sequence_length", "window"),
          Map.entry("callbacks", "stopping"),
          Map.entry("early_stopping", "stopping"),
          Map.entry("logger", "tracking"),
          Map.entry("hidden_size", "units"),
          Map.entry("hidden_dim", "units"),
          Map.entry("out_features", "units"),
          Map.entry("output_size", "units"),
          Map.entry("out_channels", "filters"),
          Map.entry("kernel_size", "kernel"),
          Map.entry("pool_size", "kernel"),
          Map.entry("strides", "stride"),
          Map.entry("dilation_rate", "dilation"),
          Map.entry("num_heads", "heads"),
          Map.entry("n_head", "heads"),
          Map.entry("embedding_dim", "width"),
          Map.entry("embedding_size", "width"),
          Map.entry("output_dim", "width"),
          Map.entry("use_bias", "bias"),
          Map.entry("kernel_initializer", "weight_init"),
          Map.entry("bias_initializer", "bias_init"),
          Map.entry("recurrent_initializer", "recurrent_init"),
          Map.entry("recurrent_activation", "gate_activation"),
          Map.entry("beta_initializer", "bias_init"),
          Map.entry("gamma_initializer", "gain_init"),
          Map.entry("eps", "epsilon"),
          Map.entry("p", "rate"),
          Map.entry("dim", "axis"),
          Map.entry("input", "from"),
          Map.entry("inputs", "from"));

  private OtherWords() {}

  /** The key that a word means, if it is among those known. */
  static Optional<String> key(String word, List<String> known) {
    return Optional.ofNullable(KEYS.get(word)).filter(known::contains);
  }

  /** {@code did you mean `merge`?} of a kind's components, or nothing. */
  static Optional<String> component(String word, Class<?> kind, Catalog catalog) {
    List<String> names =
        catalog.names(kind).stream()
            .filter(name -> alike(name, word) || isCalled(word, catalog.component(kind, name)))
            .toList();
    return names.isEmpty()
        ? ofAnotherKind(word, kind, catalog)
        : Optional.of("did you mean %s?".formatted(Words.or(names)));
  }

  private static boolean isCalled(String word, @Nullable Class<?> component) {
    Elsewhere elsewhere = component == null ? null : component.getAnnotation(Elsewhere.class);
    return elsewhere != null
        && Arrays.stream(elsewhere.value()).anyMatch(other -> alike(other, word));
  }

  /** Whether two words are spellings of one: {@code CapsuleLayer} of {@code capsule}. */
  static boolean alike(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String word) {
    String letters = word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    return letters.replaceAll("^loss(?=.)|(?<=.)(layer|vertex)$", "");
  }

  /** A layer `relu` is written {@code {type: activation, activation: relu}}. */
  private static Optional<String> ofAnotherKind(String word, Class<?> kind, Catalog catalog) {
    return catalog.named(word).stream()
        .flatMap(OtherWords::kinds)
        .map(other -> other.getAnnotation(Kind.class).value())
        .filter(other -> catalog.component(kind, other) != null)
        .map(other -> "did you mean `{type: %s, %1$s: %s}`?".formatted(other, word))
        .findFirst();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    Stream<Class<?>> above = Arrays.stream(type.getInterfaces()).flatMap(OtherWords::kinds);
    return type.isAnnotationPresent(Kind.class) ? Stream.of(type) : above;
  }
}

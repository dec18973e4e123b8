package dev.assay.standard;

import dev.assay.standard.ParityCase.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Networks agree with an independent implementation, in double precision and compiled. */
class ParityTest {

  @TestFactory
  Stream<DynamicTest> aPreNormTransformerBlock() {
    String layers =
        """
        layers:
          - residual:
              - {type: layer_norm, name: ln1}
              - {type: causal_attention, name: attention, heads: 2}
          - name: block
            residual:
              - {type: layer_norm, name: ln2}
              - {type: dense, name: up, units: 32, activation: {type: gelu, form: tanh}}
              - {type: dense, name: down, units: 8}
          - {type: loss, loss: mean_squared_error}
        """;
    List<Place> places =
        List.of(
            Place.of("ln1", "gain", "ln1.gain"),
            Place.of("ln1", "bias", "ln1.bias"),
            new Place("attention", "W_Q", "Wqkv", List.of(0, 8)),
            new Place("attention", "W_K", "Wqkv", List.of(8, 8)),
            new Place("attention", "W_V", "Wqkv", List.of(16, 8)),
            new Place("attention", "b_Q", "bqkv", List.of(0, 8)),
            new Place("attention", "b_K", "bqkv", List.of(8, 8)),
            new Place("attention", "b_V", "bqkv", List.of(16, 8)),
            Place.of("attention", "W_O", "Wo"),
            Place.of("attention", "b_O", "bo"),
            Place.of("ln2", "gain", "ln2.gain"),
            Place.of("ln2", "bias", "ln2.bias"),
            Place.of("up", "weight", "W1"),
            Place.of("up", "bias", "b1"),
            Place.of("down", "weight", "W2"),
            Place.of("down", "bias", "b2"));
    return new ParityCase("gpt-block", "", layers, "block", places).tests();
  }

  @TestFactory
  Stream<DynamicTest> anLstmOverSymbols() {
    Stream<Place> gates =
        Stream.of("W_", "R_", "b_")
            .flatMap(array -> Stream.of("i", "f", "o", "g").map(gate -> array + gate))
            .map(name -> Place.of("lstm", name, "lstm." + name));
    return overSymbols("lstm", "{type: lstm, name: lstm, units: 5}", gates);
  }

  @TestFactory
  Stream<DynamicTest> aConvolutionalNetwork() {
    String layers =
        """
        layers:
          - {type: conv2d, name: conv1, filters: 3, kernel: 5, activation: relu}
          - {type: avg_pool2d, kernel: 2}
          - {type: conv2d, name: conv2, filters: 4, kernel: 3, activation: relu}
          - {type: avg_pool2d, kernel: 2}
          - {type: flatten}
          - {type: dense, name: dense, units: 7, activation: relu}
          - {type: output, name: out, loss: cross_entropy}
        """;
    List<Place> places =
        Stream.of("conv1", "conv2", "dense", "out")
            .flatMap(
                layer ->
                    Stream.of(
                        Place.of(layer, "weight", layer + ".W"),
                        Place.of(layer, "bias", layer + ".b")))
            .toList();
    return new ParityCase("cnn", ", classes: 10", layers, "out.loss", places).tests();
  }

  @TestFactory
  Stream<DynamicTest> anEmbeddingAndAClassifier() {
    String layers =
        """
        layers:
          - {type: token_embedding, name: embedding, width: 6}
          - {type: dense, name: dense, units: 10, activation: relu}
          - {type: output, name: out, loss: cross_entropy}
        """;
    List<Place> places =
        List.of(
            Place.of("embedding", "weight", "embedding"),
            Place.of("dense", "weight", "dense.W"),
            Place.of("dense", "bias", "dense.b"),
            Place.of("out", "weight", "out.W"),
            Place.of("out", "bias", "out.b"));
    return new ParityCase("embedding-classifier", ", symbols: 8, classes: 4", layers, "out", places)
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> aGruOverSymbols() {
    return overSymbols("gru", "{type: gru, name: gru, units: 5}", gru());
  }

  @TestFactory
  Stream<DynamicTest> anLstmInBothDirections() {
    Stream<Place> gates =
        Stream.of("forward", "backward")
            .flatMap(
                way -> arrays("ifgo").map(name -> Place.of("both." + way, name, way + "." + name)));
    return overSymbols(
        "bidirectional-lstm",
        "{type: bidirectional, name: both, layer: {type: lstm, units: 3}}",
        gates);
  }

  /** The names of all arrays of some gates. */
  private static Stream<String> arrays(String gates) {
    return Stream.of("W_", "R_", "b_")
        .flatMap(array -> gates.chars().mapToObj(g -> array + (char) g));
  }

  private static Stream<DynamicTest> overSymbols(String name, String layer, Stream<Place> gates) {
    String data = ", symbols: 7, classes: 7";
    return new ParityCase(name, data, symbolsThrough(layer), "out.loss", withEnds(gates)).tests();
  }

  private static String symbolsThrough(String layer) {
    return """
        layers:
          - {type: token_embedding, name: embedding, width: 4}
          - %s
          - {type: output, name: out, loss: cross_entropy}
        """
        .formatted(layer);
  }

  /** Places of a layer's weights, and those before and behind it. */
  private static List<Place> withEnds(Stream<Place> own) {
    Stream<Place> ends =
        Stream.of(
            Place.of("embedding", "weight", "embedding"),
            Place.of("out", "weight", "out.W"),
            Place.of("out", "bias", "out.b"));
    return Stream.concat(own, ends).toList();
  }

  private static final String PADDED = ", symbols: 7, classes: 3, max_length: 5";

  /** Packed sequences, and the mean over the steps of each. */
  @TestFactory
  Stream<DynamicTest> sequencesOfDifferentLengthInBothDirections() {
    Stream<Place> gates =
        Stream.of("forward", "backward")
            .flatMap(
                way -> arrays("ifgo").map(name -> Place.of("both." + way, name, way + "." + name)));
    return ofDifferentLength(
        "padded-bidirectional-lstm",
        "{type: bidirectional, name: both, layer: {type: lstm, units: 3}}",
        "{type: global_avg_pool}",
        gates);
  }

  /** Packed sequences, and the last step of each. */
  @TestFactory
  Stream<DynamicTest> theLastStepsOfSequencesOfDifferentLength() {
    return ofDifferentLength(
        "padded-gru", "{type: gru, name: gru, units: 5}", "{type: last_step}", gru());
  }

  /** Steps that are ignored as classes, of which none is there behind the end. */
  @TestFactory
  Stream<DynamicTest> aClassForEachStepOfSequencesOfDifferentLength() {
    return ofDifferentLength(
        "padded-steps", "{type: gru, name: gru, units: 5}", "{type: rescale}", gru());
  }

  /** Keys behind the end are masked. */
  @TestFactory
  Stream<DynamicTest> attentionToSequencesOfDifferentLength() {
    Stream<Place> places =
        Stream.of(
            new Place("attention", "W_Q", "Wqkv", List.of(0, 4)),
            new Place("attention", "W_K", "Wqkv", List.of(4, 4)),
            new Place("attention", "W_V", "Wqkv", List.of(8, 4)),
            new Place("attention", "b_Q", "bqkv", List.of(0, 4)),
            new Place("attention", "b_K", "bqkv", List.of(4, 4)),
            new Place("attention", "b_V", "bqkv", List.of(8, 4)),
            Place.of("attention", "W_O", "Wo"),
            Place.of("attention", "b_O", "bo"));
    return ofDifferentLength(
        "padded-attention",
        "{type: multi_head_attention, name: attention, heads: 2}",
        "{type: global_avg_pool}",
        places);
  }

  private static Stream<Place> gru() {
    return Stream.concat(arrays("rzn"), Stream.of("c_n"))
        .map(name -> Place.of("gru", name, "gru." + name));
  }

  private static Stream<DynamicTest> ofDifferentLength(
      String name, String layer, String taken, Stream<Place> own) {
    return new ParityCase(
            name, PADDED, symbolsThrough(layer + "\n  - " + taken), "out.loss", withEnds(own))
        .tests();
  }
}

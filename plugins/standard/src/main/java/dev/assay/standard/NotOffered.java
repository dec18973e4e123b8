package dev.assay.standard;

import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.plugin.Registry;
import java.util.List;

/** Components of DL4J and others that are left out on purpose: why, and what to take instead. */
final class NotOffered {

  private static final String PLUGIN =
      "A plugin may bring one: `plugins/example` is there to copy.";

  private final Registry registry;

  private NotOffered(Registry registry) {
    this.registry = registry;
  }

  static void register(Registry registry) {
    NotOffered table = new NotOffered(registry);
    table.attention();
    table.pretraining();
    table.heads();
    table.sequences();
    table.otherwiseWritten();
    table.losses();
    table.optimizers();
    table.initializers();
  }

  private void layer(List<String> words, String reason, String instead) {
    registry.refuse(Layer.class, words, reason, instead);
  }

  private void attention() {
    layer(
        List.of("learned_self_attention"),
        "DL4J's own fails in its forward pass",
        "`global_avg_pool`, `repeat_vector` and `position_embedding` make learned queries, and"
            + " `multi_head_attention` takes them before the sequence: `from: [queries, steps]`.");
    layer(
        List.of("recurrent_attention"),
        "DL4J's own has gradients that are twice too large, and takes one length only",
        "`multi_head_attention` before or behind an `lstm` or `gru`.");
    layer(
        List.of("capsule", "capsules", "primary_capsules", "capsule_strength"),
        "DL4J's own have gradients that are twice too large",
        "`conv2d`, and `l2_normalize` for vectors of length 1. " + PLUGIN);
    layer(
        List.of("lambda", "samediff", "samediff_lambda", "custom"), "a file holds no code", PLUGIN);
  }

  private void pretraining() {
    layer(
        List.of("autoencoder", "denoising_autoencoder", "rbm"),
        "it is trained layer by layer, apart from the rest of its network",
        "An encoder and a decoder, trained together by `mean_squared_error`, as"
            + " `experiments/mnist/autoencoder.yaml` has them.");
    layer(
        List.of("variational_autoencoder", "vae"),
        "DL4J trains it apart from the rest of its network, and as one layer",
        "An encoder and a decoder, trained together by `mean_squared_error`; `gaussian_noise`"
            + " between them keeps what lies near together.");
  }

  private void heads() {
    layer(
        List.of("yolo2", "yolo2_output", "yolo"),
        "its targets are boxes, which no dataset here has",
        "A `conv2d` and a `loss` compare an image of numbers with a target of the same shape.");
    layer(
        List.of("ocnn", "ocnn_output", "one_class"),
        "it has a parameter that is no gradient's but a quantile of all scores",
        "An encoder and a decoder: what is unusual has a large `mean_squared_error`.");
    layer(
        List.of("center_loss_output"),
        "its centres are parameters that are moved by a rule of their own",
        "`output` with `cross_entropy`, behind an `l2_normalize`.");
  }

  private void sequences() {
    layer(
        List.of("mask", "mask_zero", "masking"),
        "the data says how long each sequence is, and no layer, loss or metric counts the rest",
        "`max_length` of a dataset lets sequences have different lengths.");
    layer(
        List.of("graves_lstm", "graves_bidirectional_lstm", "peephole_lstm"),
        "DL4J has it for old networks only",
        "`lstm`, or `{type: bidirectional, layer: {type: lstm, units: 8}}`.");
    layer(
        List.of("stack", "unstack"),
        "it mixes the samples of a batch, each of which stands for itself here",
        "For one network that sees several inputs: `- {shares: NAME, from: INPUT}` is an item once"
            + " more, with the same weights.");
    layer(
        List.of("space_to_batch", "batch_to_space"),
        "it makes several samples of one, each of which stands for itself here",
        "`dilation` of a convolution is what it is for.");
  }

  /** What is there, but not as a `type`. */
  private void otherwiseWritten() {
    layer(
        List.of("time_distributed", "residual", "repeat", "block", "shares"),
        "it is no layer, but holds some",
        "The word is a key: `- residual: [{type: dense, units: 8}]`, likewise `time_distributed`;"
            + " `- repeat: 2`, with `layers` beside it; `- block: NAME`, `- shares: NAME`.");
    layer(
        List.of("sequential"),
        "every list of layers is a chain",
        "`- layers: [...]` holds layers together, under a `name` if you like.");
    layer(
        List.of("frozen", "frozen_layer_with_backprop"),
        "it is no layer, but a key of one",
        "`frozen: true` beside the `type` of a layer, or beside the `layers` of a group.");
    layer(
        List.of(
            "preprocessor", "cnn_to_feed_forward", "feed_forward_to_cnn", "rnn_to_feed_forward"),
        "nothing is put into another shape unasked",
        "`flatten`, `reshape`, `permute`, `squeeze` and `unsqueeze` do.");
    layer(
        List.of("pool_helper"),
        "it is a crop",
        "`{type: crop2d, cropping: [1, 0, 1, 0]}` takes the first row and column away.");
  }

  private void losses() {
    registry.refuse(
        Loss.class,
        List.of("f_measure", "f_beta", "soft_f1"),
        "it is no mean over samples, and would depend on how a batch is divided",
        "`binary_cross_entropy` with a `positive_weight`, and the metric `f1`.");
    registry.refuse(
        Loss.class,
        List.of("mixture_density", "mdn"),
        "no metric and no prediction here reads the parameters of a mixture",
        "`mean_squared_error`, or `huber` where targets have outliers. " + PLUGIN);
    registry.refuse(
        Loss.class,
        List.of("center_loss"),
        "its centres are parameters that are moved by a rule of their own",
        "`cross_entropy`, behind an `l2_normalize`.");
  }

  private void optimizers() {
    registry.refuse(
        Optimizer.class,
        List.of("lbfgs", "conjugate_gradient", "line_gradient_descent"),
        "it needs the same batch again and again, and DL4J has it for old networks only",
        "`adam`, or `momentum` with `batch_size: full` for a gradient without noise.");
    registry.refuse(
        Optimizer.class,
        List.of("no_op", "none"),
        "it would train nothing",
        "`frozen: true` of the layers that shall stay as they are, or `training: {epochs: 0}`.");
  }

  private void initializers() {
    registry.refuse(
        Initializer.class,
        List.of("xavier_legacy"),
        "it is a slip of DL4J's first versions",
        "`glorot_normal` is Glorot's.");
    registry.refuse(
        Initializer.class,
        List.of("distribution"),
        "each distribution has a name of its own",
        "`normal`, `uniform`, `truncated_normal`, `log_normal`, `binomial`, `constant` or"
            + " `orthogonal`.");
  }
}

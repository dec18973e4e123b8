package dev.assay.standard;

import dev.assay.engine.architecture.Add;
import dev.assay.engine.architecture.ClearPadding;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.kernel.ReshapeKernel;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Stretched;
import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;
import dev.assay.standard.activations.Cube;
import dev.assay.standard.activations.Elu;
import dev.assay.standard.activations.Exp;
import dev.assay.standard.activations.Gelu;
import dev.assay.standard.activations.HardSigmoid;
import dev.assay.standard.activations.HardSwish;
import dev.assay.standard.activations.HardTanh;
import dev.assay.standard.activations.Identity;
import dev.assay.standard.activations.LeakyRelu;
import dev.assay.standard.activations.Loops;
import dev.assay.standard.activations.Mish;
import dev.assay.standard.activations.RationalTanh;
import dev.assay.standard.activations.RectifiedTanh;
import dev.assay.standard.activations.RectifiedTanhSteps;
import dev.assay.standard.activations.Relu;
import dev.assay.standard.activations.Relu6;
import dev.assay.standard.activations.Selu;
import dev.assay.standard.activations.Sigmoid;
import dev.assay.standard.activations.Silu;
import dev.assay.standard.activations.Softmax;
import dev.assay.standard.activations.Softplus;
import dev.assay.standard.activations.Softsign;
import dev.assay.standard.activations.Tanh;
import dev.assay.standard.activations.ThresholdedRelu;
import dev.assay.standard.constraints.MaxNorm;
import dev.assay.standard.constraints.MinMaxNorm;
import dev.assay.standard.constraints.NonNegative;
import dev.assay.standard.constraints.UnitNorm;
import dev.assay.standard.convolution.AdaptiveAvgPool2d;
import dev.assay.standard.convolution.AdaptiveAvgPool2dKernel;
import dev.assay.standard.convolution.AvgPool1d;
import dev.assay.standard.convolution.AvgPool2d;
import dev.assay.standard.convolution.AvgPool3d;
import dev.assay.standard.convolution.Conv1d;
import dev.assay.standard.convolution.Conv2d;
import dev.assay.standard.convolution.Conv3d;
import dev.assay.standard.convolution.ConvolutionKernel;
import dev.assay.standard.convolution.DepthwiseConv2d;
import dev.assay.standard.convolution.GlobalAvgPool;
import dev.assay.standard.convolution.GlobalMaxPool;
import dev.assay.standard.convolution.LocalResponseNorm;
import dev.assay.standard.convolution.LocalResponseNormKernel;
import dev.assay.standard.convolution.LocallyConnected1d;
import dev.assay.standard.convolution.LocallyConnected2d;
import dev.assay.standard.convolution.LocallyConnectedKernel;
import dev.assay.standard.convolution.LpPool2d;
import dev.assay.standard.convolution.MaxPool1d;
import dev.assay.standard.convolution.MaxPool2d;
import dev.assay.standard.convolution.MaxPool3d;
import dev.assay.standard.convolution.Overall;
import dev.assay.standard.convolution.PooledKernel;
import dev.assay.standard.convolution.SeparableConv2d;
import dev.assay.standard.convolution.TransposedConv1d;
import dev.assay.standard.convolution.TransposedConv2d;
import dev.assay.standard.convolution.TransposedConv3d;
import dev.assay.standard.graph.Average;
import dev.assay.standard.graph.CosineSimilarity;
import dev.assay.standard.graph.Crop1d;
import dev.assay.standard.graph.Crop2d;
import dev.assay.standard.graph.Crop3d;
import dev.assay.standard.graph.DepthToSpace;
import dev.assay.standard.graph.EuclideanDistance;
import dev.assay.standard.graph.JoinKernel;
import dev.assay.standard.graph.MatrixProduct;
import dev.assay.standard.graph.MatrixProductKernel;
import dev.assay.standard.graph.Maximum;
import dev.assay.standard.graph.Merge;
import dev.assay.standard.graph.Multiply;
import dev.assay.standard.graph.MultiplyKernel;
import dev.assay.standard.graph.PairwiseKernel;
import dev.assay.standard.graph.Permute;
import dev.assay.standard.graph.RearrangingKernel;
import dev.assay.standard.graph.RepeatVector;
import dev.assay.standard.graph.Reshape;
import dev.assay.standard.graph.Slice;
import dev.assay.standard.graph.SpaceToDepth;
import dev.assay.standard.graph.Squeeze;
import dev.assay.standard.graph.Subtract;
import dev.assay.standard.graph.Unsqueeze;
import dev.assay.standard.graph.Upsample1d;
import dev.assay.standard.graph.Upsample2d;
import dev.assay.standard.graph.Upsample3d;
import dev.assay.standard.graph.ZeroPad1d;
import dev.assay.standard.graph.ZeroPad2d;
import dev.assay.standard.graph.ZeroPad3d;
import dev.assay.standard.initializers.Binomial;
import dev.assay.standard.initializers.ConstantValue;
import dev.assay.standard.initializers.Eye;
import dev.assay.standard.initializers.GlorotNormal;
import dev.assay.standard.initializers.GlorotUniform;
import dev.assay.standard.initializers.HeNormal;
import dev.assay.standard.initializers.HeUniform;
import dev.assay.standard.initializers.LecunNormal;
import dev.assay.standard.initializers.LecunUniform;
import dev.assay.standard.initializers.LogNormal;
import dev.assay.standard.initializers.Normal;
import dev.assay.standard.initializers.Ones;
import dev.assay.standard.initializers.Orthogonal;
import dev.assay.standard.initializers.TruncatedNormal;
import dev.assay.standard.initializers.Uniform;
import dev.assay.standard.initializers.VarianceScaling;
import dev.assay.standard.initializers.Zeros;
import dev.assay.standard.layers.Activate;
import dev.assay.standard.layers.ActivateKernel;
import dev.assay.standard.layers.AddKernel;
import dev.assay.standard.layers.AttentionKernel;
import dev.assay.standard.layers.BatchNorm;
import dev.assay.standard.layers.BatchNormKernel;
import dev.assay.standard.layers.CausalAttention;
import dev.assay.standard.layers.CausalAttentionStepKernel;
import dev.assay.standard.layers.ClearPaddingKernel;
import dev.assay.standard.layers.Dense;
import dev.assay.standard.layers.DenseKernel;
import dev.assay.standard.layers.FeedForward;
import dev.assay.standard.layers.Flatten;
import dev.assay.standard.layers.GroupNorm;
import dev.assay.standard.layers.GroupNormKernel;
import dev.assay.standard.layers.L2Normalize;
import dev.assay.standard.layers.L2NormalizeKernel;
import dev.assay.standard.layers.LayerNorm;
import dev.assay.standard.layers.LayerNormKernel;
import dev.assay.standard.layers.LayerScale;
import dev.assay.standard.layers.LayerScaleKernel;
import dev.assay.standard.layers.MultiHeadAttention;
import dev.assay.standard.layers.OneHot;
import dev.assay.standard.layers.OneHotKernel;
import dev.assay.standard.layers.OutputLayer;
import dev.assay.standard.layers.PositionEmbedding;
import dev.assay.standard.layers.PositionEmbeddingKernel;
import dev.assay.standard.layers.PositionEmbeddingStepKernel;
import dev.assay.standard.layers.Prelu;
import dev.assay.standard.layers.PreluKernel;
import dev.assay.standard.layers.Rescale;
import dev.assay.standard.layers.RescaleKernel;
import dev.assay.standard.layers.RmsNorm;
import dev.assay.standard.layers.RmsNormKernel;
import dev.assay.standard.layers.SinusoidalPositions;
import dev.assay.standard.layers.SinusoidalPositionsKernel;
import dev.assay.standard.layers.TokenEmbedding;
import dev.assay.standard.layers.TokenEmbeddingKernel;
import dev.assay.standard.losses.BinaryCrossEntropy;
import dev.assay.standard.losses.BinaryCrossEntropyKernel;
import dev.assay.standard.losses.CosineDistance;
import dev.assay.standard.losses.CrossEntropy;
import dev.assay.standard.losses.CrossEntropyKernel;
import dev.assay.standard.losses.DistanceKernel;
import dev.assay.standard.losses.Hinge;
import dev.assay.standard.losses.Huber;
import dev.assay.standard.losses.KlDivergence;
import dev.assay.standard.losses.KlDivergenceKernel;
import dev.assay.standard.losses.MeanAbsoluteError;
import dev.assay.standard.losses.MeanAbsolutePercentageError;
import dev.assay.standard.losses.MeanSquaredError;
import dev.assay.standard.losses.MeanSquaredErrorKernel;
import dev.assay.standard.losses.MeanSquaredLogarithmicError;
import dev.assay.standard.losses.MultiLabelRanking;
import dev.assay.standard.losses.Poisson;
import dev.assay.standard.losses.SquaredHinge;
import dev.assay.standard.losses.Wasserstein;
import dev.assay.standard.metrics.AbsoluteError;
import dev.assay.standard.metrics.Accuracy;
import dev.assay.standard.metrics.BitsPerSymbol;
import dev.assay.standard.metrics.CalibrationError;
import dev.assay.standard.metrics.ExactMatch;
import dev.assay.standard.metrics.F1;
import dev.assay.standard.metrics.Perplexity;
import dev.assay.standard.metrics.Precision;
import dev.assay.standard.metrics.R2;
import dev.assay.standard.metrics.Recall;
import dev.assay.standard.metrics.RocAuc;
import dev.assay.standard.metrics.SquaredError;
import dev.assay.standard.metrics.TopK;
import dev.assay.standard.noise.AlphaDropout;
import dev.assay.standard.noise.DropConnect;
import dev.assay.standard.noise.Dropout;
import dev.assay.standard.noise.DropoutKernel;
import dev.assay.standard.noise.GaussianDropout;
import dev.assay.standard.noise.GaussianNoise;
import dev.assay.standard.noise.GaussianWeights;
import dev.assay.standard.noise.NoiseKernel;
import dev.assay.standard.noise.RandomizedRelu;
import dev.assay.standard.noise.RandomizedReluKernel;
import dev.assay.standard.noise.SpatialDropout;
import dev.assay.standard.optimizers.AdaBelief;
import dev.assay.standard.optimizers.AdaDelta;
import dev.assay.standard.optimizers.AdaGrad;
import dev.assay.standard.optimizers.AdaMax;
import dev.assay.standard.optimizers.Adam;
import dev.assay.standard.optimizers.AdamW;
import dev.assay.standard.optimizers.AmsGrad;
import dev.assay.standard.optimizers.Momentum;
import dev.assay.standard.optimizers.NAdam;
import dev.assay.standard.optimizers.RmsProp;
import dev.assay.standard.optimizers.Sgd;
import dev.assay.standard.recurrent.Bidirectional;
import dev.assay.standard.recurrent.Gru;
import dev.assay.standard.recurrent.GruKernel;
import dev.assay.standard.recurrent.LastStep;
import dev.assay.standard.recurrent.LastStepKernel;
import dev.assay.standard.recurrent.Lstm;
import dev.assay.standard.recurrent.LstmKernel;
import dev.assay.standard.recurrent.LstmStepKernel;
import dev.assay.standard.recurrent.Reverse;
import dev.assay.standard.recurrent.ReverseKernel;
import dev.assay.standard.recurrent.SimpleRnn;
import dev.assay.standard.recurrent.SimpleRnnKernel;
import dev.assay.standard.schedules.Constant;
import dev.assay.standard.schedules.Cosine;
import dev.assay.standard.schedules.Cycle;
import dev.assay.standard.schedules.Exponential;
import dev.assay.standard.schedules.Inverse;
import dev.assay.standard.schedules.Linear;
import dev.assay.standard.schedules.OneCycle;
import dev.assay.standard.schedules.Piecewise;
import dev.assay.standard.schedules.Plateau;
import dev.assay.standard.schedules.Polynomial;
import dev.assay.standard.schedules.Sigmoidal;
import dev.assay.standard.schedules.Steps;
import dev.assay.standard.schedules.Warmup;
import dev.assay.standard.search.Grid;
import dev.assay.standard.stopping.Divergence;
import dev.assay.standard.stopping.Patience;
import dev.assay.standard.stopping.Threshold;

/** The built-in components and the names that files choose them by. */
public final class StandardPlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    layers(registry);
    functions(registry);
    registry.optimizer("sgd", Sgd.class);
    registry.optimizer("momentum", Momentum.class);
    registry.optimizer("adam", Adam.class);
    registry.optimizer("adamw", AdamW.class);
    registry.optimizer("adagrad", AdaGrad.class);
    registry.optimizer("amsgrad", AmsGrad.class);
    registry.optimizer("adamax", AdaMax.class);
    registry.optimizer("nadam", NAdam.class);
    registry.optimizer("adabelief", AdaBelief.class);
    registry.optimizer("adadelta", AdaDelta.class);
    registry.optimizer("rmsprop", RmsProp.class);
    registry.schedule("constant", Constant.class);
    registry.schedule("warmup", Warmup.class);
    registry.schedule("plateau", Plateau.class);
    registry.schedule("cosine", Cosine.class);
    registry.schedule("linear", Linear.class);
    registry.schedule("step", Steps.class);
    registry.schedule("exponential", Exponential.class);
    registry.schedule("inverse", Inverse.class);
    registry.schedule("polynomial", Polynomial.class);
    registry.schedule("sigmoid", Sigmoidal.class);
    registry.schedule("cycle", Cycle.class);
    registry.schedule("one_cycle", OneCycle.class);
    registry.schedule("piecewise", Piecewise.class);
    registry.constraint("max_norm", MaxNorm.class);
    registry.constraint("min_max_norm", MinMaxNorm.class);
    registry.constraint("unit_norm", UnitNorm.class);
    registry.constraint("non_negative", NonNegative.class);
    registry.weightNoise("drop_connect", DropConnect.class);
    registry.weightNoise("gaussian", GaussianWeights.class);
    registry.stoppingRule("threshold", Threshold.class);
    registry.stoppingRule("patience", Patience.class);
    registry.stoppingRule("divergence", Divergence.class);
    metrics(registry);
    registry.search("grid", Grid.class);
    NotOffered.register(registry);
  }

  private static void layers(Registry registry) {
    registry.layer("dense", Dense.class).kernel(DenseKernel::bind);
    windows(registry);
    registry.layer("flatten", Flatten.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("activation", Activate.class).kernel(ActivateKernel::bind);
    registry.layer("prelu", Prelu.class).kernel(PreluKernel::bind);
    registry.layer("dropout", Dropout.class).kernel(DropoutKernel::bind);
    registry.layer("spatial_dropout", SpatialDropout.class).kernel(NoiseKernel::bind);
    registry.layer("alpha_dropout", AlphaDropout.class).kernel(NoiseKernel::bind);
    registry.layer("gaussian_dropout", GaussianDropout.class).kernel(NoiseKernel::bind);
    registry.layer("gaussian_noise", GaussianNoise.class).kernel(NoiseKernel::bind);
    registry.layer("randomized_relu", RandomizedRelu.class).kernel(RandomizedReluKernel::bind);
    registry.layer("layer_norm", LayerNorm.class).kernel(LayerNormKernel::bind);
    registry.layer("batch_norm", BatchNorm.class).kernel(BatchNormKernel::bind);
    registry.layer("group_norm", GroupNorm.class).kernel(GroupNormKernel::bind);
    registry.layer("rms_norm", RmsNorm.class).kernel(RmsNormKernel::bind);
    registry.layer("l2_normalize", L2Normalize.class).kernel(L2NormalizeKernel::bind);
    registry.layer("layer_scale", LayerScale.class).kernel(LayerScaleKernel::bind);
    registry.layer("rescale", Rescale.class).kernel(RescaleKernel::bind);
    registry.layer("lstm", Lstm.class).kernel(LstmKernel::bind, LstmStepKernel::bind);
    registry.layer("gru", Gru.class).kernel(GruKernel::bind, GruKernel::step);
    registry
        .layer("simple_rnn", SimpleRnn.class)
        .kernel(SimpleRnnKernel::bind, SimpleRnnKernel::step);
    registry.layer("bidirectional", Bidirectional.class);
    registry.layer("last_step", LastStep.class).kernel(LastStepKernel::bind);
    registry.layer("reverse", Reverse.class).kernel(ReverseKernel::bind);
    registry.layer("one_hot", OneHot.class).kernel(OneHotKernel::bind);
    registry.layer("token_embedding", TokenEmbedding.class).kernel(TokenEmbeddingKernel::bind);
    registry
        .layer("position_embedding", PositionEmbedding.class)
        .kernel(PositionEmbeddingKernel::bind, PositionEmbeddingStepKernel::bind);
    registry
        .layer("sinusoidal_positions", SinusoidalPositions.class)
        .kernel(SinusoidalPositionsKernel::bind, SinusoidalPositionsKernel::step);
    registry
        .layer("causal_attention", CausalAttention.class)
        .kernel(AttentionKernel::bind, CausalAttentionStepKernel::bind);
    registry
        .layer("multi_head_attention", MultiHeadAttention.class)
        .kernel(AttentionKernel::bind, CausalAttentionStepKernel::bind);
    registry.layer("feed_forward", FeedForward.class);
    registry.layer("add", Add.class).kernel(AddKernel::bind);
    graph(registry);
    registry.planned(ClearPadding.class).kernel(ClearPaddingKernel::bind);
    registry.layer("output", OutputLayer.class);
    registry.layer("loss", Head.class);
  }

  private static void windows(Registry registry) {
    registry.layer("conv1d", Conv1d.class).kernel(ConvolutionKernel::bind);
    registry.layer("conv2d", Conv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("conv3d", Conv3d.class).kernel(ConvolutionKernel::bind);
    registry.layer("depthwise_conv2d", DepthwiseConv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("separable_conv2d", SeparableConv2d.class);
    registry.layer("transposed_conv1d", TransposedConv1d.class).kernel(ConvolutionKernel::bind);
    registry.layer("transposed_conv2d", TransposedConv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("transposed_conv3d", TransposedConv3d.class).kernel(ConvolutionKernel::bind);
    registry
        .layer("locally_connected1d", LocallyConnected1d.class)
        .kernel(LocallyConnectedKernel::bind);
    registry
        .layer("locally_connected2d", LocallyConnected2d.class)
        .kernel(LocallyConnectedKernel::bind);
    registry.layer("max_pool2d", MaxPool2d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool2d", AvgPool2d.class).kernel(PooledKernel::bind);
    registry.layer("max_pool1d", MaxPool1d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool1d", AvgPool1d.class).kernel(PooledKernel::bind);
    registry.layer("max_pool3d", MaxPool3d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool3d", AvgPool3d.class).kernel(PooledKernel::bind);
    registry.layer("lp_pool2d", LpPool2d.class).kernel(LpPool2d::bind);
    registry
        .layer("adaptive_avg_pool2d", AdaptiveAvgPool2d.class)
        .kernel(AdaptiveAvgPool2dKernel::bind);
    registry.layer("global_max_pool", GlobalMaxPool.class).kernel(Overall::bind);
    registry.layer("global_avg_pool", GlobalAvgPool.class).kernel(Overall::bind);
    registry
        .layer("local_response_norm", LocalResponseNorm.class)
        .kernel(LocalResponseNormKernel::bind);
  }

  private static void graph(Registry registry) {
    registry.layer("merge", Merge.class).kernel(RearrangingKernel::bind);
    registry.layer("multiply", Multiply.class).kernel(MultiplyKernel::bind);
    registry.layer("subtract", Subtract.class).kernel(JoinKernel::subtract);
    registry.layer("average", Average.class).kernel(JoinKernel::average);
    registry.layer("maximum", Maximum.class).kernel(JoinKernel::maximum);
    registry.layer("distance", EuclideanDistance.class).kernel(PairwiseKernel::bind);
    registry.layer("cosine_similarity", CosineSimilarity.class).kernel(PairwiseKernel::bind);
    registry.layer("matmul", MatrixProduct.class).kernel(MatrixProductKernel::bind);
    registry.layer("reshape", Reshape.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("squeeze", Squeeze.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("unsqueeze", Unsqueeze.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("repeat_vector", RepeatVector.class).kernel(RearrangingKernel::bind);
    registry.layer("permute", Permute.class).kernel(RearrangingKernel::bind);
    registry.layer("slice", Slice.class).kernel(RearrangingKernel::bind);
    registry.layer("space_to_depth", SpaceToDepth.class).kernel(RearrangingKernel::bind);
    registry.layer("depth_to_space", DepthToSpace.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample1d", Upsample1d.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample2d", Upsample2d.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample3d", Upsample3d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad1d", ZeroPad1d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad2d", ZeroPad2d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad3d", ZeroPad3d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop1d", Crop1d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop2d", Crop2d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop3d", Crop3d.class).kernel(RearrangingKernel::bind);
  }

  private static void metrics(Registry registry) {
    registry.metric("accuracy", Accuracy.class);
    registry.metric("top_k", TopK.class);
    registry.metric("precision", Precision.class);
    registry.metric("recall", Recall.class);
    registry.metric("f1", F1.class);
    registry.metric("roc_auc", RocAuc.class);
    registry.metric("calibration_error", CalibrationError.class);
    registry.metric("perplexity", Perplexity.class);
    registry.metric("bits_per_symbol", BitsPerSymbol.class);
    registry.metric("exact_match", ExactMatch.class);
    registry.metric("mean_squared_error", SquaredError.class);
    registry.metric("mean_absolute_error", AbsoluteError.class);
    registry.metric("r2", R2.class);
  }

  private static void functions(Registry registry) {
    registry.activation("identity", Identity.class).kernel(f -> Pointwise.IDENTITY);
    registry.activation("relu", Relu.class).kernel(f -> Pointwise.RELU);
    registry.activation("gelu", Gelu.class).kernel(StandardPlugin::gelu);
    registry.activation("sigmoid", Sigmoid.class).kernel(f -> Pointwise.LOGISTIC);
    registry.activation("tanh", Tanh.class).kernel(f -> Pointwise.TANH);
    registry.activation("softmax", Softmax.class);
    registry.activation("leaky_relu", LeakyRelu.class).kernel(f -> Pointwise.leaky(f.slope()));
    registry.activation("elu", Elu.class).kernel(f -> Pointwise.elu(f.alpha()));
    registry.activation("exponential", Exp.class).kernel(f -> Pointwise.EXP);
    registry.activation("softplus", Softplus.class).kernel(f -> Pointwise.SOFTPLUS);
    registry.activation("silu", Silu.class).kernel(f -> Pointwise.SILU);
    registry.activation("mish", Mish.class).kernel(f -> Pointwise.MISH);
    registry.activation("hard_tanh", HardTanh.class).kernel(f -> Pointwise.clip(-1, 1));
    registry.activation("relu6", Relu6.class).kernel(f -> Pointwise.clip(0, 6));
    registry.activation("hard_swish", HardSwish.class).kernel(f -> Pointwise.HARD_SWISH);
    registry
        .activation("hard_sigmoid", HardSigmoid.class)
        .kernel(f -> new Stretched(Pointwise.clip(-3, 3), 1.0 / 6, 0.5));
    registry.activation("softsign", Softsign.class).kernel(f -> Loops.SOFTSIGN);
    registry
        .activation("selu", Selu.class)
        .kernel(f -> Pointwise.scaledElu(Selu.SCALE, Selu.ALPHA));
    registry.activation("cube", Cube.class).kernel(f -> Loops.CUBE);
    registry.activation("rational_tanh", RationalTanh.class).kernel(f -> Loops.RATIONAL_TANH);
    registry
        .activation("rectified_tanh", RectifiedTanh.class)
        .kernel(f -> new RectifiedTanhSteps());
    registry
        .activation("thresholded_relu", ThresholdedRelu.class)
        .kernel(f -> Loops.above(f.theta()));
    registry.initializer("glorot_uniform", GlorotUniform.class);
    registry.initializer("glorot_normal", GlorotNormal.class);
    registry.initializer("he_uniform", HeUniform.class);
    registry.initializer("he_normal", HeNormal.class);
    registry.initializer("lecun_uniform", LecunUniform.class);
    registry.initializer("lecun_normal", LecunNormal.class);
    registry.initializer("orthogonal", Orthogonal.class);
    registry.initializer("normal", Normal.class);
    registry.initializer("truncated_normal", TruncatedNormal.class);
    registry.initializer("uniform", Uniform.class);
    registry.initializer("constant", ConstantValue.class);
    registry.initializer("zeros", Zeros.class);
    registry.initializer("ones", Ones.class);
    registry.initializer("identity", Eye.class);
    registry.initializer("variance_scaling", VarianceScaling.class);
    registry.initializer("log_normal", LogNormal.class);
    registry.initializer("binomial", Binomial.class);
    registry.loss("cross_entropy", CrossEntropy.class).kernel(CrossEntropyKernel::bind);
    registry
        .loss("mean_squared_error", MeanSquaredError.class)
        .kernel(MeanSquaredErrorKernel::bind);
    registry.loss("mean_absolute_error", MeanAbsoluteError.class).kernel(DistanceKernel::bind);
    registry.loss("huber", Huber.class).kernel(DistanceKernel::bind);
    registry
        .loss("mean_absolute_percentage_error", MeanAbsolutePercentageError.class)
        .kernel(DistanceKernel::bind);
    registry
        .loss("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.class)
        .kernel(DistanceKernel::bind);
    registry.loss("poisson", Poisson.class).kernel(DistanceKernel::bind);
    registry.loss("wasserstein", Wasserstein.class).kernel(DistanceKernel::bind);
    registry
        .loss("binary_cross_entropy", BinaryCrossEntropy.class)
        .kernel(BinaryCrossEntropyKernel::bind);
    registry.loss("kl_divergence", KlDivergence.class).kernel(KlDivergenceKernel::bind);
    registry.loss("hinge", Hinge.class);
    registry.loss("squared_hinge", SquaredHinge.class);
    registry.loss("cosine_distance", CosineDistance.class);
    registry.loss("multi_label_ranking", MultiLabelRanking.class);
  }

  private static Pointwise gelu(Gelu gelu) {
    return gelu.form() == Gelu.Form.EXACT ? Pointwise.GELU_ERF : Pointwise.GELU_TANH;
  }
}

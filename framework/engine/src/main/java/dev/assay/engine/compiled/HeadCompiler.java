package dev.assay.engine.compiled;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossFactory;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds the ends of a network: logits to predictions and to the loss of one thread's samples.
 *
 * @param batch the samples' numbers on the heap, their targets among them
 */
record HeadCompiler(Blueprint blueprint, Shard shard, Batch batch) {

  /** A head that is bound. */
  record Bound(LossKernel loss, Port predictions) {}

  /** Binds a head; what it is given is scaled as all gradients are. */
  Bound bind(Placed placed, Binding at) {
    Head head = (Head) placed.layer().layer();
    LossRows rows = head.rows(placed.layer().site(), placed.site().input());
    Layout plain = Layout.plain((long) shard.rows() * rows.steps(), rows.width());
    Port logits = at.input(plain);
    Port gradient = at.inputGradient(plain);
    Memory predictions = at.produce(plain);
    int target = blueprint.data().targets().indexOf(head.field(placed.layer().site()));
    LossBinding place =
        new LossBinding(
            at.arena(),
            rows,
            shard.rows(),
            shard.batch(),
            shard.meeting(),
            head.weight(),
            logits.memory(),
            predictions,
            gradient == null ? null : gradient.memory(),
            batch.targets().get(target));
    LossKernel kernel = loss(head.loss(), place, at);
    return new Bound(
        new MovedLoss(logits.move(), kernel, scale(gradient, at), gradient),
        at.port(predictions, plain));
  }

  private static Step scale(@Nullable Port gradient, Binding at) {
    if (gradient == null) {
      return Step.NONE;
    }
    Memory numbers = gradient.memory();
    return Pointwise.linear(at.arena(), Gradients.SCALE, 0, numbers, numbers);
  }

  private LossKernel loss(Loss loss, LossBinding place, Binding at) {
    Optional<LossFactory<Loss>> factory = blueprint.kernels().of(loss);
    return factory.isPresent()
        ? factory.get().bind(loss, place)
        : RowsLossKernel.bind(place, at.function(loss.activation()));
  }
}

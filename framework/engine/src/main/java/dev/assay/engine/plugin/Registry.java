package dev.assay.engine.plugin;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.Refusal;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.kernel.KernelFactory;
import dev.assay.engine.kernel.Kernels;
import dev.assay.engine.kernel.LossFactory;
import dev.assay.engine.kernel.SteppingFactory;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.stopping.StoppingRule;
import dev.assay.engine.sweep.Search;
import dev.assay.engine.tracking.Tracker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every component that can be chosen by {@code type}. Its methods are all the ways to extend Assay:
 * each takes a name and a record, and the record's components are the keys beside {@code type}.
 */
public final class Registry implements Catalog, Kernels {

  /**
   * A component.
   *
   * @param plugin the name of the class that registered it
   */
  public record Entry(Class<?> kind, String name, Class<? extends Record> type, String plugin) {}

  /** All kinds of components, in the order in which they are listed. */
  public static final List<Class<?>> KINDS =
      List.of(
          Dataset.class,
          Layer.class,
          Activation.class,
          Initializer.class,
          Constraint.class,
          WeightNoise.class,
          Loss.class,
          Optimizer.class,
          Schedule.class,
          StoppingRule.class,
          Metric.class,
          Search.class,
          Tracker.class);

  private final Map<Class<?>, Map<String, Entry>> entries = new LinkedHashMap<>();
  private final Map<Class<?>, List<Refusal>> refusals = new HashMap<>();
  private final List<Supplier<Optional<? extends Tracker>>> environment = new ArrayList<>();
  private final Map<Class<?>, KernelFactory<Layer>> layers = new HashMap<>();
  private final Map<Class<?>, SteppingFactory<Layer>> stepping = new HashMap<>();
  private final Map<Class<?>, LossFactory<Loss>> losses = new HashMap<>();
  private final Map<Class<?>, Function<Activation, Elementwise>> functions = new HashMap<>();
  private String plugin = "";

  /**
   * The components of all plugins that a class loader finds.
   *
   * @throws IllegalStateException if two plugins bring the same name
   */
  public static Registry of(ClassLoader loader) {
    Registry registry = new Registry();
    Iterator<Plugin> plugins = ServiceLoader.load(Plugin.class, loader).iterator();
    while (plugins.hasNext()) {
      registry.add(plugins.next());
    }
    return registry;
  }

  /** Takes what a plugin brings. */
  public Registry add(Plugin more) {
    plugin = more.getClass().getName();
    more.register(this);
    return this;
  }

  /** What a component may have beside its record: its fast face. */
  @FunctionalInterface
  public interface Registered<K> {

    /** The component's kernel, for where speed matters. */
    void kernel(K kernel);
  }

  /** What a layer may have beside its record: its fast faces. */
  public final class RegisteredLayer<T extends Record & Layer>
      implements Registered<KernelFactory<T>> {
    private final Class<T> type;

    private RegisteredLayer(Class<T> type) {
      this.type = type;
    }

    @Override
    public void kernel(KernelFactory<T> kernel) {
      layers.put(type, (layer, at) -> kernel.bind(type.cast(layer), at));
    }

    /**
     * The kernels of a layer that looks at more than one step.
     *
     * @param kernel computes all steps at once
     * @param step computes one step after the other, and remembers
     */
    public void kernel(KernelFactory<T> kernel, SteppingFactory<T> step) {
      kernel(kernel);
      stepping.put(type, (layer, at, reading) -> step.bind(type.cast(layer), at, reading));
    }
  }

  /** A step of a network. */
  public <T extends Record & Layer> RegisteredLayer<T> layer(String name, Class<T> type) {
    put(Layer.class, name, type);
    return new RegisteredLayer<>(type);
  }

  /** A step that only the planner puts into a network: no file can ask for it. */
  public <T extends Record & Layer> RegisteredLayer<T> planned(Class<T> type) {
    return new RegisteredLayer<>(type);
  }

  /** A function that a layer ends with. */
  public <T extends Record & Activation> Registered<Function<T, Elementwise>> activation(
      String name, Class<T> type) {
    put(Activation.class, name, type);
    return kernel -> functions.put(type, activation -> kernel.apply(type.cast(activation)));
  }

  /** How weights start. */
  public <T extends Record & Initializer> void initializer(String name, Class<T> type) {
    put(Initializer.class, name, type);
  }

  /** What parameters must keep to. */
  public <T extends Record & Constraint> void constraint(String name, Class<T> type) {
    put(Constraint.class, name, type);
  }

  /** What weights are disturbed by. */
  public <T extends Record & WeightNoise> void weightNoise(String name, Class<T> type) {
    put(WeightNoise.class, name, type);
  }

  /** What training makes small. */
  public <T extends Record & Loss> Registered<LossFactory<T>> loss(String name, Class<T> type) {
    put(Loss.class, name, type);
    return kernel -> losses.put(type, (loss, at) -> kernel.bind(type.cast(loss), at));
  }

  /** How gradients change parameters. */
  public <T extends Record & Optimizer> void optimizer(String name, Class<T> type) {
    put(Optimizer.class, name, type);
  }

  /** A number that changes while the training goes on. */
  public <T extends Record & Schedule> void schedule(String name, Class<T> type) {
    put(Schedule.class, name, type);
  }

  /** A reason to end the training early. */
  public <T extends Record & StoppingRule> void stoppingRule(String name, Class<T> type) {
    put(StoppingRule.class, name, type);
  }

  /** A figure that says how good predictions are. */
  public <T extends Record & Metric> void metric(String name, Class<T> type) {
    put(Metric.class, name, type);
  }

  /** Where samples come from. */
  public <T extends Record & Dataset> void dataset(String name, Class<T> type) {
    put(Dataset.class, name, type);
  }

  /** A way to choose what a sweep tries. */
  public <T extends Record & Search> void search(String name, Class<T> type) {
    put(Search.class, name, type);
  }

  /**
   * Somebody outside who is told of runs.
   *
   * @param ofEnvironment the tracker that environment variables ask for, if they do, for
   *     experiments that do not name one
   */
  public <T extends Record & Tracker> void tracker(
      String name, Class<T> type, Supplier<Optional<T>> ofEnvironment) {
    put(Tracker.class, name, type);
    environment.add(ofEnvironment::get);
  }

  /** The first tracker that environment variables ask for. */
  public Optional<Tracker> trackerOfEnvironment() {
    for (Supplier<Optional<? extends Tracker>> tracker : environment) {
      Optional<? extends Tracker> asked = tracker.get();
      if (asked.isPresent()) {
        return Optional.of(asked.get());
      }
    }
    return Optional.empty();
  }

  /** What a component of other frameworks has none for here: its words, why, and what does. */
  public void refuse(Class<?> kind, List<String> words, String reason, String instead) {
    refusals.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Refusal(words, reason, instead));
  }

  private void put(Class<?> kind, String name, Class<? extends Record> type) {
    Entry entry = new Entry(kind, name, type, plugin);
    Entry other = entries.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(name, entry);
    if (other != null) {
      throw new IllegalStateException(
          "the %s `%s` comes from two plugins: %s and %s"
              .formatted(kind.getAnnotation(Kind.class).value(), name, other.plugin(), plugin));
    }
  }

  /**
   * Whether a kind of layer is computed by kernels. Head and composites are: by those of their loss
   * and their parts.
   */
  public boolean hasKernel(Class<? extends Record> layer) {
    return layers.containsKey(layer)
        || Composite.class.isAssignableFrom(layer)
        || layer == Head.class;
  }

  /** Whether a kind of layer has a kernel that remembers the steps that it has computed. */
  public boolean hasSteppingKernel(Class<? extends Record> layer) {
    return stepping.containsKey(layer);
  }

  @Override
  public Optional<KernelFactory<Layer>> of(Layer layer) {
    return Optional.ofNullable(layers.get(layer.getClass()));
  }

  @Override
  public Optional<SteppingFactory<Layer>> stepping(Layer layer) {
    return Optional.ofNullable(stepping.get(layer.getClass()));
  }

  @Override
  public Optional<LossFactory<Loss>> of(Loss loss) {
    return Optional.ofNullable(losses.get(loss.getClass()));
  }

  @Override
  public Optional<Elementwise> of(Activation activation) {
    return Optional.ofNullable(functions.get(activation.getClass()))
        .map(function -> function.apply(activation));
  }

  /** All components, kind by kind. */
  public List<Entry> entries() {
    return entries.values().stream().flatMap(names -> names.values().stream()).toList();
  }

  @Override
  public List<String> names(Class<?> kind) {
    return List.copyOf(entries.getOrDefault(kind, Map.of()).keySet());
  }

  @Override
  public @Nullable Class<? extends Record> component(Class<?> kind, String name) {
    Entry entry = entries.getOrDefault(kind, Map.of()).get(name);
    return entry == null ? null : entry.type();
  }

  @Override
  public List<Class<? extends Record>> named(String name) {
    return entries().stream()
        .filter(entry -> entry.name().equals(name))
        .<Class<? extends Record>>map(Entry::type)
        .toList();
  }

  @Override
  public List<Refusal> refusals(Class<?> kind) {
    return List.copyOf(refusals.getOrDefault(kind, List.of()));
  }

  @Override
  public String name(Class<?> kind, Class<?> component) {
    for (Entry entry : entries.getOrDefault(kind, Map.of()).values()) {
      if (entry.type() == component) {
        return entry.name();
      }
    }
    throw new IllegalArgumentException(component.getName() + " is not registered");
  }
}

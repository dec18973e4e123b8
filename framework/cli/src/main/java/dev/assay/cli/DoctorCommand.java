package dev.assay.cli;

import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Table;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.run.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shows what this machine and this build can do. */
@Parameters(commandDescription = "show JDK, backend, processor, devices, tracking server, data")
final class DoctorCommand implements Command {

  private static final String NOT_USABLE = "not usable: ";

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Map<String, String> facts = facts();
    if (shell.json()) {
      shell.document(facts);
      return Exit.FINE;
    }
    List<List<String>> rows = new ArrayList<>();
    facts.forEach((name, value) -> rows.add(List.of(name.replace('_', ' '), value)));
    shell.text(Table.of(rows, 2));
    return Exit.FINE;
  }

  private Map<String, String> facts() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    facts.put(
        "system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    facts.put("processor", Machine.cpu());
    facts.put("instruction_sets", String.join(" ", Machine.instructionSets()));
    facts.put("threads", Integer.toString(runtime.availableProcessors()));
    facts.put("heap_limit", "%,d MiB".formatted(runtime.maxMemory() >> 20));
    facts.put("backend", backend());
    facts.put("onednn", OneDnn.obstacle().map(NOT_USABLE::concat).orElseGet(OneDnn::version));
    Registry registry = Plugins.registry(common.plugins);
    facts.put("layers_without_kernel", layers(registry, type -> !registry.hasKernel(type)));
    facts.put("layers_that_carry_state", layers(registry, registry::hasSteppingKernel));
    facts.put("gpu", gpu());
    facts.put("mlflow_server", server());
    facts.put("results_folder", runOptions.results().toAbsolutePath().normalize().toString());
    facts.put("data_folders", data());
    facts.put("plugins", plugins());
    return facts;
  }

  /**
   * Layers by what they have: DL4J computes those without a kernel, one by one, inside a network
   * that is otherwise compiled; those that carry state need not read a text again for each symbol.
   */
  private static String layers(Registry registry, Predicate<Class<? extends Record>> wanted) {
    String names =
        registry.entries().stream()
            .filter(entry -> entry.kind() == Layer.class && wanted.test(entry.type()))
            .map(Registry.Entry::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static String backend() {
    if (Backend.carriesCuda()) {
      return "ND4J CUDA 11.6";
    }
    return Backend.carriesCpu() ? "ND4J native CPU" : "none";
  }

  private static String gpu() {
    String cards =
        Backend.cards().stream()
            .map(card -> "%s (%s)".formatted(card.name(), card.computeCapability()))
            .collect(Collectors.joining(", "));
    String usable = Backend.obstacle().map(why -> NOT_USABLE + why).orElse("usable");
    return cards.isEmpty() ? usable : cards + ", " + usable;
  }

  private static String server() {
    String address = System.getenv("MLFLOW_TRACKING_URI");
    if (address == null || address.isEmpty()) {
      return "none: MLFLOW_TRACKING_URI is not set";
    }
    String shown = address.replaceFirst("//[^/@]*@", "//");
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address.replaceFirst("/+$", "") + "/health"))
              .timeout(Duration.ofSeconds(5))
              .build();
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(3))
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().strip().equals("OK")
          ? shown + ", answers"
          : shown + ", answers, but not as an MLflow server does";
    } catch (IOException | IllegalArgumentException e) {
      return shown + ", does not answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return shown + ", not asked";
    }
  }

  private String data() {
    List<String> folders =
        options.dataFiles(Path.of("experiment.yaml")).folders().stream()
            .map(Object::toString)
            .toList();
    return folders.isEmpty() ? "built-in copies only" : String.join(", ", folders);
  }

  private String plugins() {
    return Plugins.registry(common.plugins).entries().stream()
        .map(entry -> entry.plugin())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}

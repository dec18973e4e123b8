package dev.assay.engine.run;

import dev.assay.engine.plan.Transferred;
import dev.assay.engine.transfer.Donor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made with, as far as it can be found out.
 *
 * @param command what was called
 * @param git the state of the repository that the experiment's file belongs to, or null
 * @param transfers the runs whose parameters the network started with
 */
public record Provenance(
    List<String> command,
    String java,
    String os,
    String cpu,
    int processors,
    Map<String, String> versions,
    @Nullable Git git,
    List<Origin> transfers) {

  /**
   * The state of a repository.
   *
   * @param changes what {@code git diff HEAD} says; empty where nothing is changed
   */
  public record Git(String commit, String branch, @Nullable String repository, String changes) {}

  /**
   * A run that parameters came from.
   *
   * @param run its experiment's name and its own
   * @param id what its journal calls it, or null where there is none
   * @param sha256 the digest of all parameters in the checkpoint
   * @param layers what was taken: for each layer here, the one there
   */
  public record Origin(
      String run,
      @Nullable String id,
      String checkpoint,
      String sha256,
      Map<String, String> layers) {

    private static Origin of(Transferred transferred) {
      Donor donor = transferred.donor();
      return new Origin(
          donor.run(),
          donor.id(),
          donor.checkpoint().toString(),
          donor.contents().facts().sha256(),
          transferred.layers());
    }
  }

  /** Looks around. */
  public static Provenance of(
      List<String> command, Path experiment, List<Transferred> transferred) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("assay", version(Provenance.class));
    versions.put("deeplearning4j", version(org.deeplearning4j.nn.graph.ComputationGraph.class));
    return new Provenance(
        command,
        "%s %s".formatted(System.getProperty("java.vendor"), Runtime.version()),
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
        Machine.cpu(),
        Runtime.getRuntime().availableProcessors(),
        versions,
        git(experiment),
        transferred.stream().map(Origin::of).toList());
  }

  /** What a run is labelled with, so that it can be found by it. */
  public Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("assay.user", String.valueOf(System.getProperty("user.name")));
    tags.put("assay.java", java);
    tags.put("assay.cpu", cpu);
    if (!transfers.isEmpty()) {
      tags.put("assay.transfer.runs", listed(Origin::run));
      tags.put("assay.transfer.sha256", listed(Origin::sha256));
    }
    if (git != null) {
      tags.put("assay.git.commit", git.commit());
      tags.put("assay.git.branch", git.branch());
      tags.put("assay.git.dirty", Boolean.toString(!git.changes().isEmpty()));
      if (git.repository() != null) {
        tags.put("assay.git.repository", git.repository());
      }
    }
    return tags;
  }

  private String listed(Function<Origin, String> fact) {
    return transfers.stream().map(fact).collect(Collectors.joining(", "));
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
  }

  private static @Nullable Git git(Path experiment) {
    Path folder = experiment.toAbsolutePath().resolveSibling(".");
    Optional<String> commit = git(folder, "rev-parse", "HEAD");
    if (commit.isEmpty()) {
      return null;
    }
    return new Git(
        commit.get(),
        git(folder, "rev-parse", "--abbrev-ref", "HEAD").orElse(""),
        git(folder, "config", "--get", "remote.origin.url")
            .map(Provenance::withoutCredentials)
            .orElse(null),
        git(folder, "diff", "HEAD", "--no-color").orElse(""));
  }

  /** An address may hold a password, which belongs into no record. */
  private static String withoutCredentials(String address) {
    return address.replaceFirst("//[^/@]*@", "//");
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return process.getInputStream().readNBytes(1 << 22);
                } catch (IOException e) {
                  return new byte[0];
                }
              });
      String text = new String(answer.get(5, TimeUnit.SECONDS), StandardCharsets.UTF_8).strip();
      boolean fine = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      return fine ? Optional.of(text) : Optional.empty();
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

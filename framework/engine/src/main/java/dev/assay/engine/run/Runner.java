package dev.assay.engine.run;

import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataRecord;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.dl4j.BackendLoading;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.report.Curves;
import dev.assay.engine.report.HtmlReport;
import dev.assay.engine.report.Plots;
import dev.assay.engine.report.ReportSection.Picture;
import dev.assay.engine.report.TextSample;
import dev.assay.engine.tracking.Drain;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.JournalReader;
import dev.assay.engine.tracking.Json;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a plan: trains it, and leaves a folder that says all of it. */
public final class Runner {

  /** How many samples of each split a run's record shows. */
  private static final int SHOWN_SAMPLES = 3;

  private final Plan plan;
  private final RunRequest request;
  private final RunFolder folder;
  private final Journal journal;
  private final long start = System.nanoTime();
  private @Nullable Instant firstStep;

  private Runner(Plan plan, RunRequest request, RunFolder folder, Journal journal) {
    this.plan = plan;
    this.request = request;
    this.folder = folder;
    this.journal = journal;
  }

  /**
   * Runs a plan to its end.
   *
   * @throws dev.assay.engine.EnvironmentException if the machine lacks what the plan asks for
   * @throws dev.assay.engine.dataset.DataException if the data is not what it should be
   * @throws IOException if the results cannot be written
   */
  public static Outcome run(Plan plan, RunRequest request) throws IOException {
    Backend.choose(plan.experiment().device());
    BackendLoading backend = BackendLoading.begin();
    Data data = plan.open(request.files());
    RunFolder folder =
        RunFolder.create(request.results(), plan.experiment().name(), request.name());
    try (Journal journal = new Journal(folder.path())) {
      return new Runner(plan, request, folder, journal).run(data, backend);
    }
  }

  private Outcome run(Data data, BackendLoading backend) throws IOException {
    new Preface(plan, request, folder, journal).write(data);
    Drain drain =
        request.tracker() == null
            ? null
            : new Drain(request.tracker(), folder.path(), request.warning());
    Outcome outcome;
    try (Session session = session(data, backend)) {
      sample(session, data, HtmlReport.BEFORE);
      Result result = session.train(watcher(), request.stopped());
      session.notice().ifPresent(request.warning());
      sample(session, data, HtmlReport.AFTER);
      outcome = finish(session, result);
    } catch (RuntimeException | IOException | Error e) {
      journal.append(new Event.End(now(), Status.FAILED, String.valueOf(e.getMessage()), Map.of()));
      closed(drain);
      throw e;
    }
    return withTracking(outcome, drain);
  }

  private Session session(Data data, BackendLoading backend) {
    backend.await();
    return new Session(plan, data, request.registry());
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private Watcher watcher() {
    Watcher user = request.watcher();
    return new Watcher() {
      @Override
      public void epochStarted(int epoch, long steps) {
        user.epochStarted(epoch, steps);
      }

      @Override
      public void stepped(int epoch, long step, int items, double loss) {
        if (firstStep == null) {
          firstStep = Instant.now();
        }
        user.stepped(epoch, step, items, loss);
      }

      @Override
      public void epochEnded(int epoch, Map<String, Double> metrics) {
        journal.append(new Event.Metrics(now(), epoch, metrics));
        user.epochEnded(epoch, metrics);
      }
    };
  }

  private Outcome finish(Session session, Result result) throws IOException {
    Path checkpoint = folder.path().resolve(Checkpoint.LAST);
    Files.createDirectory(checkpoint.getParent());
    Checkpoint.write(
        checkpoint,
        session.executable().parameters(),
        session.about(result.epochs(), result.steps()));
    artifact(checkpoint);
    plots(session, result.steps() > 0);
    DataRecord data =
        DataRecord.of(plan.experiment().name(), plan.data(), session.data(), SHOWN_SAMPLES);
    folder.write(DataRecord.FILE, Json.pretty(data));
    artifact(folder.path().resolve(DataRecord.FILE));
    Outcome outcome =
        new Outcome(
            folder.name(),
            folder.path().toString(),
            result.status().name().toLowerCase(Locale.ROOT),
            result.reason(),
            result.epochs(),
            result.steps(),
            plan.network().parameters(),
            result.metrics(),
            (System.nanoTime() - start) / 1e9,
            secondsToFirstStep(),
            Double.isNaN(result.itemsPerSecond()) ? null : result.itemsPerSecond(),
            Checkpoint.sha256(session.executable().parameters(), plan.precision()),
            null);
    folder.write(RunFolder.OUTCOME, Json.pretty(outcome));
    artifact(folder.path().resolve(RunFolder.OUTCOME));
    artifact(HtmlReport.write(folder.path()));
    journal.append(
        new Event.End(
            now(),
            result.status(),
            result.reason(),
            Map.of("model_sha256", outcome.modelSha256())));
    return outcome;
  }

  private @Nullable Double secondsToFirstStep() {
    Instant stepped = firstStep;
    return stepped == null
        ? null
        : ProcessHandle.current()
            .info()
            .startInstant()
            .map(began -> Duration.between(began, stepped).toMillis() / 1e3)
            .orElse(null);
  }

  /** Lets the network write, if the experiment says what. */
  private void sample(Session session, Data data, String file) throws IOException {
    TextSample wanted = plan.experiment().report().sample();
    if (wanted == null) {
      return;
    }
    Writer.Sample sample =
        new Writer(plan, data, session.executable())
            .samples(
                wanted.prompt(), wanted.length(), 1, wanted.sampling(), plan.experiment().seed())
            .get(0);
    Path path = folder.path().resolve(file);
    Files.createDirectories(path.getParent());
    folder.write(file, sample.text());
    artifact(path);
  }

  /** Plots are a convenience: a machine without fonts still gets its figures. */
  private void plots(Session session, boolean stepped) throws IOException {
    try {
      Plots plots = new Plots(folder.path().resolve("plots"));
      if (plan.experiment().report().pictures().contains(Picture.CURVES)) {
        Curves.draw(JournalReader.all(folder.path()), plots);
      }
      new Gallery(plan, session, plots).draw(stepped);
      for (Path plot : plots.files()) {
        artifact(plot);
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      request.warning().accept("the plots cannot be drawn (%s)".formatted(e));
    }
  }

  private void artifact(Path file) throws IOException {
    journal.append(folder.artifact(file));
  }

  private static void closed(@Nullable Drain drain) {
    if (drain != null) {
      drain.close();
    }
  }

  private Outcome withTracking(Outcome outcome, @Nullable Drain drain) {
    closed(drain);
    if (drain == null || request.tracker() == null) {
      return outcome;
    }
    return outcome.with(Outcome.Tracking.of(request.tracker(), drain));
  }
}

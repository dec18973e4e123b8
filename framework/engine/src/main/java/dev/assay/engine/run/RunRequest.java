package dev.assay.engine.run;

import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.tracking.Tracker;
import dev.assay.engine.training.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs beside its plan.
 *
 * @param file the experiment's file
 * @param text what stands in it
 * @param results the folder that run folders are made in
 * @param name what the run is called; the time of its start if null
 * @param command what was called, for the record
 * @param sweep the folder of the sweep that the run belongs to, or null
 * @param tracker who else is told, or null
 * @param watcher who watches the training
 * @param warning takes sentences for the user
 * @param stopped whether somebody wants the run to end now
 */
public record RunRequest(
    Path file,
    String text,
    Path results,
    @Nullable String name,
    DataFiles files,
    Registry registry,
    List<String> command,
    @Nullable Path sweep,
    @Nullable Tracker tracker,
    Watcher watcher,
    Consumer<String> warning,
    BooleanSupplier stopped) {}

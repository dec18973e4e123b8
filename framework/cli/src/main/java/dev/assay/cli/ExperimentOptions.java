package dev.assay.cli;

import com.beust.jcommander.Parameter;
import dev.assay.engine.dataset.DataFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of the verbs that read an experiment. */
final class ExperimentOptions {

  @Parameter(
      names = "--set",
      description = "change a key: a.b=1, add one: +a.b=1, remove one: ~a.b",
      splitter = NoSplitter.class,
      placeholder = "CHANGE")
  List<String> changes = new ArrayList<>();

  @Parameter(
      names = "--data-dir",
      description = "a folder with your own copies of datasets (or the variable ASSAY_DATA)",
      placeholder = "DIR")
  @Nullable String dataDir;

  @Parameter(
      names = "--search-path",
      description = "a folder to look for base files and groups in (or the variable ASSAY_PATH)",
      placeholder = "DIR")
  List<String> searchFolders = new ArrayList<>();

  @Parameter(
      names = "--device",
      description = "auto, cpu or gpu, instead of what the file says",
      placeholder = "DEVICE")
  @Nullable String device;

  /** The changes to make to a file, in their order. */
  List<String> changes() {
    List<String> all = new ArrayList<>(changes);
    if (device != null) {
      all.add("device=" + device);
    }
    return all;
  }

  /** Where base files and groups are looked for, beside the folders around a file. */
  List<Path> searchPath() {
    List<Path> folders = new ArrayList<>();
    for (String folder : searchFolders) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new UsageException("the folder %s of --search-path does not exist".formatted(folder));
      }
      folders.add(Path.of(folder));
    }
    String variable = System.getenv("ASSAY_PATH");
    if (variable != null && !variable.isEmpty()) {
      for (String folder : variable.split(File.pathSeparator, -1)) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  /** Where datasets look for files. */
  DataFiles dataFiles(Path experiment) {
    List<Path> folders = new ArrayList<>();
    for (String folder : new @Nullable String[] {dataDir, System.getenv("ASSAY_DATA")}) {
      if (folder != null && !folder.isEmpty()) {
        if (!Files.isDirectory(Path.of(folder))) {
          throw new UsageException("the data folder %s does not exist".formatted(folder));
        }
        folders.add(Path.of(folder));
      }
    }
    return new DataFiles(folders, experiment.toAbsolutePath().resolveSibling("."));
  }
}

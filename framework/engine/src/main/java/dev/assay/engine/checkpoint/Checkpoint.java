package dev.assay.engine.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.tracking.AtomicFile;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A network's parameters on the disk: a zip file with {@code resolved.yaml}, {@code
 * checkpoint.json}, {@code places.json} and {@code parameters.bin}, which holds the numbers in the
 * graph's order, little-endian. The places say what the numbers are, so that another network can
 * take some of them without this one being built.
 *
 * <p>Not DL4J's own format, which makes objects of classes that the file names.
 */
public final class Checkpoint {

  /** Where a run keeps the parameters that it ended with, in its folder. */
  public static final String LAST = "checkpoints/last.zip";

  /** The name of the file, alone, that is enough to run the experiment again. */
  public static final String RESOLVED = "resolved.yaml";

  private static final String FACTS = "checkpoint.json";
  private static final String PLACES = "places.json";
  private static final String PARAMETERS = "parameters.bin";
  private static final int VERSION = 2;

  private Checkpoint() {}

  /**
   * What a checkpoint says of itself.
   *
   * @param version of the format
   * @param sha256 of {@code parameters.bin}
   */
  public record Facts(
      int version, Precision precision, int parameters, int epochs, long steps, String sha256) {}

  /**
   * What is written beside the numbers.
   *
   * @param resolved the experiment
   * @param places what the numbers are
   */
  public record About(
      String resolved, Precision precision, int epochs, long steps, List<ParameterPlace> places) {}

  /**
   * What a checkpoint holds, without the numbers.
   *
   * @param places what the numbers are; nothing in a file of the first version
   */
  public record Contents(Facts facts, List<ParameterPlace> places) {}

  /** The digest of parameters, as a checkpoint would store them. */
  public static String sha256(ParameterVector parameters, Precision precision) {
    return Digests.sha256(bytes(parameters, precision));
  }

  private static byte[] bytes(ParameterVector parameters, Precision precision) {
    double[] values = parameters.toArray();
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * precision.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (precision == Precision.DOUBLE) {
        buffer.putDouble(value);
      } else {
        buffer.putFloat((float) value);
      }
    }
    return buffer.array();
  }

  /** Writes a checkpoint, whole or not at all. */
  public static void write(Path file, ParameterVector parameters, About about) throws IOException {
    byte[] numbers = bytes(parameters, about.precision());
    Facts facts =
        new Facts(
            VERSION,
            about.precision(),
            parameters.length(),
            about.epochs(),
            about.steps(),
            Digests.sha256(numbers));
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
          put(zip, RESOLVED, about.resolved().getBytes(StandardCharsets.UTF_8));
          put(zip, FACTS, Json.pretty(facts).getBytes(StandardCharsets.UTF_8));
          put(zip, PLACES, Json.line(about.places()).getBytes(StandardCharsets.UTF_8));
          put(zip, PARAMETERS, numbers);
          zip.finish();
        });
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same run makes the same file
    zip.putNextEntry(entry);
    ((OutputStream) zip).write(bytes);
    zip.closeEntry();
  }

  /**
   * Reads parameters into a network.
   *
   * @throws IOException with a sentence for the user if the file is damaged or of another network
   */
  public static Facts read(Path file, ParameterVector into) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Facts facts = facts(zip);
      if (facts.parameters() != into.length()) {
        throw new IOException(
            "%s holds %,d parameters, the network has %,d"
                .formatted(file, facts.parameters(), into.length()));
      }
      double[] values = numbers(zip, facts);
      into.write(0, values, values.length);
      return facts;
    }
  }

  /**
   * Says what a checkpoint holds, once it has been seen to be whole.
   *
   * @throws IOException with a sentence for the user if it is damaged, or none
   */
  public static Contents contents(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Facts facts = facts(zip);
      numbers(zip, facts);
      List<ParameterPlace> places =
          facts.version() < VERSION
              ? List.of()
              : Json.MAPPER.readValue(entry(zip, PLACES), new TypeReference<>() {});
      return new Contents(facts, places);
    } catch (ZipException | JsonProcessingException e) {
      throw new IOException(file + " is no checkpoint, or a damaged one", e);
    }
  }

  /**
   * All its numbers, in its own network's order.
   *
   * @throws IOException with a sentence for the user if it is damaged
   */
  public static double[] numbers(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return numbers(zip, facts(zip));
    }
  }

  private static Facts facts(ZipFile zip) throws IOException {
    return Json.MAPPER.readValue(entry(zip, FACTS), Facts.class);
  }

  private static double[] numbers(ZipFile zip, Facts facts) throws IOException {
    byte[] bytes = entry(zip, PARAMETERS);
    if (!Digests.sha256(bytes).equals(facts.sha256())) {
      throw new IOException(zip.getName() + " is damaged: its digest does not fit its numbers");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[facts.parameters()];
    for (int i = 0; i < values.length; i++) {
      values[i] = facts.precision() == Precision.DOUBLE ? buffer.getDouble() : buffer.getFloat();
    }
    return values;
  }

  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " is no checkpoint: it has no " + name);
    }
    return zip.getInputStream(entry).readAllBytes();
  }
}

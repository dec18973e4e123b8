package dev.assay.engine.run;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.tracking.AtomicFile;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A network's parameters on the disk: a zip file with {@code resolved.yaml}, {@code
 * checkpoint.json} and {@code parameters.bin}, which holds the numbers in the graph's order,
 * little-endian.
 *
 * <p>Not DL4J's own format, which makes objects of classes that the file names.
 */
public final class Checkpoint {

  /** Where a run keeps the parameters that it ended with, in its folder. */
  static final String LAST = "checkpoints/last.zip";

  private static final String FACTS = "checkpoint.json";
  private static final String PARAMETERS = "parameters.bin";

  private Checkpoint() {}

  /**
   * What a checkpoint says of itself.
   *
   * @param version of the format
   * @param sha256 of {@code parameters.bin}
   */
  public record Facts(
      int version, Precision precision, int parameters, int epochs, long steps, String sha256) {}

  /** The digest of parameters, as a checkpoint would store them. */
  public static String sha256(ParameterVector parameters, Precision precision) {
    return sha256(bytes(parameters, precision));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static byte[] bytes(ParameterVector parameters, Precision precision) {
    double[] values = parameters.toArray();
    int size = precision == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
    ByteBuffer buffer = ByteBuffer.allocate(values.length * size).order(ByteOrder.LITTLE_ENDIAN);
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
  public static void write(
      Path file,
      String resolved,
      ParameterVector parameters,
      Precision precision,
      int epochs,
      long steps)
      throws IOException {
    byte[] numbers = bytes(parameters, precision);
    Facts facts = new Facts(1, precision, parameters.length(), epochs, steps, sha256(numbers));
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
          put(zip, RunFolder.RESOLVED, resolved.getBytes(StandardCharsets.UTF_8));
          put(zip, FACTS, Json.pretty(facts).getBytes(StandardCharsets.UTF_8));
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
      Facts facts = Json.MAPPER.readValue(entry(zip, FACTS), Facts.class);
      byte[] bytes = entry(zip, PARAMETERS);
      if (!sha256(bytes).equals(facts.sha256())) {
        throw new IOException(file + " is damaged: its digest does not fit its numbers");
      }
      if (facts.parameters() != into.length()) {
        throw new IOException(
            "%s holds %,d parameters, the network has %,d"
                .formatted(file, facts.parameters(), into.length()));
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      double[] values = new double[facts.parameters()];
      for (int i = 0; i < values.length; i++) {
        values[i] = facts.precision() == Precision.DOUBLE ? buffer.getDouble() : buffer.getFloat();
      }
      into.write(0, values, values.length);
      return facts;
    }
  }

  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " is no checkpoint: it has no " + name);
    }
    return zip.getInputStream(entry).readAllBytes();
  }
}

package dev.assay.engine.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in hexadecimal. */
public final class Digests {

  private Digests() {}

  /** The digest of all parts, one after the other. */
  public static String sha256(byte[]... parts) {
    MessageDigest digest = running();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return ended(digest);
  }

  /** The digest of parts that are not all there at once, to be told of one after the other. */
  public static MessageDigest running() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** What a digest comes to that has been told of all. */
  public static String ended(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of all parts, one after the other. */
  public static String sha256(double[]... rows) {
    MessageDigest digest = running();
    for (double[] row : rows) {
      ByteBuffer buffer = ByteBuffer.allocate(row.length * Double.BYTES);
      buffer.asDoubleBuffer().put(row);
      digest.update(buffer.array());
    }
    return ended(digest);
  }

  /** The digest of a file, however large. */
  public static String sha256(Path file) throws IOException {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), running())) {
      in.transferTo(OutputStream.nullOutputStream());
      return ended(in.getMessageDigest());
    }
  }

  /** The digest of what has these digests, one after the other. */
  public static String sha256(String... digests) {
    return sha256(String.join("", digests).getBytes(StandardCharsets.UTF_8));
  }
}

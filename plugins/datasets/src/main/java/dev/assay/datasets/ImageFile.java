package dev.assay.datasets;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A file with an image. */
final class ImageFile {

  private ImageFile() {}

  /**
   * The pixels of an image in the size that is asked for: one byte for each, channel after channel,
   * row after row.
   *
   * @throws IOException with a sentence for the user if it is no image, or a damaged one
   */
  static byte[] read(Path file, Images keys) throws IOException {
    BufferedImage image = Shades.plain(image(bytes(file)));
    if (keys.fit() == Images.Fit.EXACT
        && (image.getWidth() != keys.width() || image.getHeight() != keys.height())) {
      throw new IOException(
          "%dx%d pixels, and not %dx%d"
              .formatted(image.getHeight(), image.getWidth(), keys.height(), keys.width()));
    }
    return bytes(fitted(image, keys), keys);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("a folder");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(Files.isSymbolicLink(file) ? "a link to nothing" : "not there", e);
    } catch (AccessDeniedException e) {
      throw new IOException("not allowed to be read", e);
    }
  }

  private static BufferedImage image(byte... bytes) throws IOException {
    if (bytes.length == 0) {
      throw new IOException("empty");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no image of a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return whole(reader);
      } catch (IOException | RuntimeException | OutOfMemoryError e) { // some trip over damages
        throw new IOException("damaged: " + reason(e), e);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Some readers say only that something has happened, and keep what it was. */
  private static String reason(Throwable e) {
    String said = String.valueOf(e.getMessage()).strip();
    boolean cut = said.endsWith(":") || e.getMessage() == null;
    return cut && e.getCause() != null ? reason(e.getCause()) : said.replaceAll(":$", "");
  }

  /** Of a JPEG file that is cut off, the reader fills up the rest, and only warns. */
  private static BufferedImage whole(ImageReader reader) throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    for (String warning : warnings) {
      if (warning.contains("Truncated") || warning.contains("premature end")) {
        throw new IOException(warning);
      }
    }
    return image;
  }

  private static BufferedImage fitted(BufferedImage image, Images keys) {
    double across = (double) keys.width() / image.getWidth();
    double down = (double) keys.height() / image.getHeight();
    double same = keys.fit() == Images.Fit.CROP ? Math.max(across, down) : Math.min(across, down);
    boolean stretched = keys.fit() == Images.Fit.STRETCH;
    int width = pixels(image.getWidth() * (stretched ? across : same));
    int height = pixels(image.getHeight() * (stretched ? down : same));
    BufferedImage fitted =
        new BufferedImage(keys.width(), keys.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, keys.width(), keys.height());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int left = (keys.width() - width) / 2;
    int top = (keys.height() - height) / 2;
    graphics.drawImage(halved(image, width, height), left, top, width, height, null);
    graphics.dispose();
    return fitted;
  }

  /** A line of a very long image is still one. */
  private static int pixels(double length) {
    return (int) Math.max(1, Math.round(length));
  }

  /** Bilinear interpolation looks at four pixels, so that much smaller images are made in steps. */
  private static BufferedImage halved(BufferedImage image, int width, int height) {
    BufferedImage current = image;
    while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
      BufferedImage half =
          new BufferedImage(
              current.getWidth() / 2, current.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
      graphics.dispose();
      current = half;
    }
    return current;
  }

  private static byte[] bytes(BufferedImage image, Images keys) {
    int area = keys.width() * keys.height();
    int[] colors = image.getRGB(0, 0, keys.width(), keys.height(), null, 0, keys.width());
    byte[] bytes = new byte[keys.channels() * area];
    for (int i = 0; i < area; i++) {
      Color color = new Color(colors[i]);
      if (keys.channels() == 1) {
        bytes[i] = (byte) Math.round(luma(color));
      } else {
        bytes[i] = (byte) color.getRed();
        bytes[area + i] = (byte) color.getGreen();
        bytes[2 * area + i] = (byte) color.getBlue();
      }
    }
    return bytes;
  }

  /** How bright a colour is, by ITU-R BT.601. */
  private static double luma(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }
}

package dev.assay.datasets;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;

/**
 * The colours of an image as its file means them.
 *
 * <p>Of gray with transparency, and of CMYK, the JDK takes the numbers for amounts of light, so
 * that a gray of 100 becomes one of 168. Files mean shades that the eye finds as far apart (sRGB),
 * as they do in gray and RGB, where the JDK agrees.
 */
final class Shades {

  private Shades() {}

  /** The same image, or a copy in RGB where the JDK would make it too bright. */
  static BufferedImage plain(BufferedImage image) {
    ColorModel model = image.getColorModel();
    int space = model.getColorSpace().getType();
    boolean cmyk = space == ColorSpace.TYPE_CMYK;
    boolean gray = space == ColorSpace.TYPE_GRAY && model.hasAlpha();
    return cmyk || gray ? copied(image, cmyk) : image;
  }

  private static BufferedImage copied(BufferedImage image, boolean cmyk) {
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    ColorModel model = image.getColorModel();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Object pixel = image.getRaster().getDataElements(x, y, null);
        float[] parts = model.getNormalizedComponents(pixel, null, 0);
        copy.setRGB(x, y, cmyk ? ink(parts) : gray(parts));
      }
    }
    return copy;
  }

  /** A shade, and how opaque it is. */
  private static int gray(float... parts) {
    return argb(parts[1], parts[0], parts[0], parts[0]);
  }

  /** Cyan takes red away, magenta green, yellow blue, and black all of them. */
  private static int ink(float... parts) {
    float left = 1 - parts[3];
    return argb(1, (1 - parts[0]) * left, (1 - parts[1]) * left, (1 - parts[2]) * left);
  }

  private static int argb(float... parts) {
    int all = 0;
    for (float part : parts) {
      all = all << 8 | Math.round(part * 255);
    }
    return all;
  }
}

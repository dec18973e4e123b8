package dev.assay.engine.run;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.report.ImageGrid;
import dev.assay.engine.report.ImageGrid.Tile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** The first images of a split as one picture, each with its classes below it. */
public record ContactSheet(DataSpec spec, Data data) {

  /** Whether the samples are images. */
  public boolean isPossible() {
    return Tiles.arePossible(spec.inputs().get(0).shape());
  }

  /** Writes the picture as PNG. */
  public void write(String split, int samples, Path file) throws IOException {
    int count = Math.min(samples, data.split(split).size());
    Batch batch = Batches.inOrder(spec, data.split(split), count, Precision.FLOAT).next();
    Tiles images = new Tiles(batch.inputs().get(0));
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < batch.size(); row++) {
      tiles.add(images.tile(row, classes(batch, row), false));
    }
    ImageIO.write(ImageGrid.draw(tiles), "png", file.toFile());
  }

  private String classes(Batch batch, int row) {
    return spec.targets().stream()
        .filter(field -> field.shape().isSymbols())
        .map(field -> word(field, batch, row))
        .collect(Collectors.joining(", "));
  }

  private String word(Field field, Batch batch, int row) {
    return data.vocabulary(field).text(batch.targets().get(spec.targets().indexOf(field)).row(row));
  }
}

package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.data.store.ParquetStore;
import io.tradinggym.experiments.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Features of a ticker as a file, with a manifest of hashes beside it. */
public final class FeatureFile {
  /**
   * What was written.
   *
   * @param manifest file beside it
   */
  public record Written(int features, int bars, long missing, Path manifest) {}

  private FeatureFile() {}

  /**
   * Computes and writes; a value that is not known is empty.
   *
   * @param out ends in .csv or .parquet
   */
  public static Written write(Path data, String ticker, String set, Sources sources, Path out) {
    String name = String.valueOf(out.getFileName());
    if (!name.endsWith(".csv") && !name.endsWith(".parquet")) {
      throw new UserError("--out must end in .csv or .parquet, was " + out);
    }
    TickerBars from = TickerBars.of(data, ticker);
    PriceBars bars = from.bars();
    FeatureColumns columns = columns(set, sources);
    columns.compute(bars);
    try {
      Path folder = Objects.requireNonNull(out.toAbsolutePath().normalize().getParent());
      Files.createDirectories(folder);
      Path text = Files.createTempFile(folder, "features", ".csv");
      try {
        long missing = csv(columns, bars, text);
        if (name.endsWith(".csv")) {
          Files.move(
              text, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
          try (ParquetStore store = new ParquetStore(folder)) {
            store.convert(text, columns.names(), ticker, out);
          }
        }
        Path manifest = out.resolveSibling(name + ".json");
        manifest(from, ticker, columns.names(), out, manifest);
        return new Written(columns.names().size(), bars.size(), missing, manifest);
      } finally {
        Files.deleteIfExists(text);
      }
    } catch (IOException e) {
      throw new UserError("cannot write " + out + ": " + e.getMessage(), e);
    }
  }

  private static FeatureColumns columns(String set, Sources sources) {
    try {
      return new FeatureColumns(Catalog.standard().parse(set), sources);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static long csv(FeatureColumns columns, PriceBars bars, Path file) throws IOException {
    long missing = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time");
      for (String each : columns.names()) {
        out.write(each.contains(",") ? ",\"" + each + "\"" : "," + each);
      }
      out.write("\n");
      for (int bar = 0; bar < bars.size(); bar++) {
        out.write(Long.toString(bars.closeTime(bar)));
        for (int feature = 0; feature < columns.names().size(); feature++) {
          double value = columns.value(feature, bar);
          missing += Double.isNaN(value) ? 1 : 0;
          out.write(Double.isNaN(value) ? ",NaN" : "," + value);
        }
        out.write("\n");
      }
    }
    return missing;
  }

  private static void manifest(
      TickerBars input, String ticker, List<String> names, Path out, Path manifest)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode node = json.createObjectNode();
    node.put("ticker", ticker);
    node.put("input", input.input()).put("inputSha256", input.sha256());
    node.put("output", String.valueOf(out.getFileName()));
    node.put("outputSha256", Sha256.of(Files.readAllBytes(out)));
    names.forEach(node.putArray("features")::add);
    Files.writeString(
        manifest, json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
  }
}

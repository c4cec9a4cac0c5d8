package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions of models, one folder each: {@code TICKER/VERSION} with the models as they are read again, what they said,
 * and their lineage (data, settings, the version before). A version is named by the hash of data and settings, so what
 * is there is reused until one of them changes.
 */
final class ModelShelf {
  private static final String LINEAGE = "lineage.json";
  private static final String LATEST = "latest";
  private static final int NAME = 16;

  private final Path folder;
  private final ObjectMapper mapper = new ObjectMapper();

  ModelShelf(Path folder) {
    this.folder = folder;
  }

  /**
   * A version.
   *
   * @param name hash of data and settings
   * @param study what its models said
   * @param reused whether it was there already
   */
  record Version(String name, Study study, boolean reused) {}

  /** What was trained: the study, and models as bytes by file name. */
  record Trained(Study study, Map<String, byte[]> models) {}

  /** Trains. */
  @FunctionalInterface
  interface Training {
    /** The models of the bars and settings that were asked for. */
    Trained train() throws IOException;
  }

  /** The version of these bars and settings: from the shelf, or trained and put there. */
  Version of(String ticker, PriceBars bars, String settings, Training training) {
    String data = TickerBars.hash(bars);
    String name =
        Sha256.of((data + "\n" + settings).getBytes(StandardCharsets.UTF_8)).substring(0, NAME);
    Path versions = folder.resolve(ticker);
    Path version = versions.resolve(name);
    try {
      if (Files.isRegularFile(version.resolve(LINEAGE))) {
        JsonNode study = mapper.readTree(Files.readString(version.resolve("study.json")));
        return new Version(name, Study.read(study), true);
      }
      Trained trained = training.train();
      Files.createDirectories(version);
      for (Map.Entry<String, byte[]> model : new TreeMap<>(trained.models).entrySet()) {
        write(version.resolve(model.getKey()), model.getValue());
      }
      text(version.resolve("study.json"), trained.study.json(mapper));
      // Last, so that what was interrupted is trained again.
      text(
          version.resolve(LINEAGE),
          lineage(ticker, bars, data, settings, latest(versions), trained));
      text(versions.resolve(LATEST), name + "\n");
      return new Version(name, trained.study, false);
    } catch (IOException e) {
      throw new UserError("cannot keep models in " + version + ": " + e.getMessage(), e);
    }
  }

  private String lineage(
      String ticker,
      PriceBars bars,
      String data,
      String settings,
      @Nullable String parent,
      Trained trained)
      throws IOException {
    ObjectNode node = mapper.createObjectNode();
    node.put("ticker", ticker).put("parent", parent);
    node.put("bars", bars.size());
    node.put("firstBar", Instant.ofEpochMilli(bars.closeTime(0)).toString());
    node.put("lastBar", Instant.ofEpochMilli(bars.closeTime(bars.size() - 1)).toString());
    node.put("dataSha256", data).put("settings", settings);
    ObjectNode files = node.putObject("models");
    new TreeMap<>(trained.models).forEach((file, bytes) -> files.put(file, Sha256.of(bytes)));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }

  private static @Nullable String latest(Path versions) throws IOException {
    Path file = versions.resolve(LATEST);
    return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
  }

  private static void text(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, content);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

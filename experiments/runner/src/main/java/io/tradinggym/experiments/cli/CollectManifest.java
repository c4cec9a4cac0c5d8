package io.tradinggym.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What was collected, beside the files: who it came from, when, and the hash of each file. */
final class CollectManifest {
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode files = json.createObjectNode();

  CollectManifest(Path folder) {
    this.folder = folder;
  }

  void add(String ticker, Path file, Collected<PriceBars> bars) throws IOException {
    ObjectNode node = files.putObject(ticker);
    node.put("file", String.valueOf(file.getFileName()));
    node.put("sha256", Sha256.of(Files.readAllBytes(file)));
    node.put("provider", bars.provider()).put("fetchedAt", bars.fetchedAt().toString());
    node.put("stale", bars.stale()).put("bars", bars.value().size());
    if (bars.value().size() > 0) {
      node.put("firstClose", Instant.ofEpochMilli(bars.value().closeTime(0)).toString());
      node.put(
          "lastClose",
          Instant.ofEpochMilli(bars.value().closeTime(bars.value().size() - 1)).toString());
    }
  }

  Path write() {
    Path file = folder.resolve("manifest.json");
    try {
      Files.writeString(
          file, json.writerWithDefaultPrettyPrinter().writeValueAsString(files) + "\n");
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
    }
    return file;
  }
}

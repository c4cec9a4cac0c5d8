package io.tradinggym.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.collect.CollectedFile;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was collected, beside the files: who it came from, when, and the hash of each file. */
final class CollectManifest {
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode files;

  /** What an earlier command collected into the folder stays listed. */
  CollectManifest(Path folder) {
    this.folder = folder;
    files = earlier(file());
  }

  private ObjectNode earlier(Path file) {
    try {
      return Files.exists(file) && json.readTree(Files.readString(file)) instanceof ObjectNode there
          ? there
          : json.createObjectNode();
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + FileProblem.reason(e), e);
    }
  }

  /** Adds a file that was just written; the manifest is whole after each, however the command ends. */
  void add(CollectedFile file, Collected<?> from) throws IOException {
    ObjectNode node = files.putObject(file.path());
    node.put("sha256", Sha256.of(Files.readAllBytes(folder.resolve(file.path()))));
    node.put("provider", from.provider()).put("fetchedAt", from.fetchedAt().toString());
    node.put("stale", from.stale()).put("rows", file.rows());
    if (!file.note().isEmpty()) {
      node.put("quality", file.note());
    }
    RunFolder.replace(
        file(), json.writerWithDefaultPrettyPrinter().writeValueAsString(files) + "\n");
  }

  Path file() {
    return folder.resolve("manifest.json");
  }
}

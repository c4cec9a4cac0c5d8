package io.tradinggym.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * What came of a trial, as bytes: JSON with hash of the specification and the data, seed, validations, log and policy.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its hash.
public record TrialResult(byte[] bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  static TrialResult of(String specification, Trained trained, Experiment experiment) {
    ObjectNode result = JSON.createObjectNode();
    result.put("version", VERSION);
    result.put("specification_sha256", Journal.sha256(specification));
    result.set("data_sha256", JSON.valueToTree(experiment.marketHashes()));
    result.put("seed", trained.seed());
    result.put("chosen_at", trained.chosenAt());
    if (Double.isNaN(trained.validation())) {
      result.putNull("validation");
    } else {
      result.put("validation", trained.validation());
    }
    ArrayNode validations = result.putArray("validations");
    for (PeriodicEvaluation.Point point : trained.validations()) {
      validations.addArray().add(point.steps()).add(point.meanReturn());
    }
    ArrayNode log = result.putArray("log");
    for (CsvSink.Row row : trained.log()) {
      ObjectNode line = log.addObject().put("steps", row.steps());
      row.figures().forEach(line::put);
    }
    result.put("policy", Base64.getEncoder().encodeToString(kept(trained.policy(), experiment)));
    return new TrialResult((result + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A policy's file, with what its features learned. */
  private static byte[] kept(Policy policy, Experiment experiment) {
    return inFile(
        file -> {
          experiment.save(policy, file);
          return Files.readAllBytes(file);
        });
  }

  private interface Use<T> {
    T of(Path file) throws IOException;
  }

  private static <T> T inFile(Use<T> use) {
    try {
      Path file = Files.createTempFile("trial", ".policy");
      try {
        return use.of(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary file: " + e.getMessage(), e);
    }
  }

  private JsonNode json() {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new UserError("the result of a trial is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it came of this specification, seed and data; a damaged one came of none. */
  boolean isOf(String specification, long seed, Map<String, String> data) {
    try {
      JsonNode json = JSON.readTree(bytes);
      return json.path("version").asInt() == VERSION
          && json.path("specification_sha256").asText().equals(Journal.sha256(specification))
          && json.path("data_sha256").equals(JSON.valueToTree(data))
          && json.path("seed").asLong() == seed;
    } catch (IOException e) {
      return false;
    }
  }

  /** Seed of the training. */
  public long seed() {
    return json().path("seed").asLong();
  }

  /** SHA-256 of the bytes, hexadecimal: trials are the same if it is. */
  public String hash() {
    return Journal.sha256(bytes);
  }

  /** Mean return of the chosen policy on the validation episodes; NaN without any. */
  public double validation() {
    return json().path("validation").asDouble(Double.NaN);
  }

  /** The chosen policy. */
  public Policy policy() {
    return inFile(
        file -> {
          writePolicy(file);
          return Policy.load(file);
        });
  }

  /**
   * Writes the chosen policy's file, with what its features learned, as runs keep it.
   *
   * @throws IOException if it cannot be written
   */
  public void writePolicy(Path file) throws IOException {
    Files.write(file, Base64.getDecoder().decode(json().path("policy").asText()));
  }
}

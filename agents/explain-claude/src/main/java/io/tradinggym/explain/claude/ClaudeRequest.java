package io.tradinggym.explain.claude;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.explain.synthesis.SynthesisContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * All that decides an answer. Its canonical JSON, keys in a fixed order, is what is hashed and stored: the same hash
 * is the same question.
 *
 * @param model that is asked
 * @param effort how hard it thinks: low, medium, high, xhigh or max
 * @param maxTokens that the answer may have, thinking included
 * @param user what it is told: the context
 * @param answer its first answer, where this is the request to repair it; empty otherwise
 * @param complaint what was wrong with it; empty otherwise
 */
public record ClaudeRequest(
    String model, String effort, int maxTokens, String user, String answer, String complaint) {
  /** Changes whenever words of the system prompt, schema or layout do. */
  public static final String TEMPLATE = "claude-1";

  /** Tokens that the service adds for schema and turns, with room. */
  private static final int FRAME = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYSTEM = resource("system.txt");
  private static final String SCHEMA = resource("answer-schema.json");

  /** The first request about a context. */
  public static ClaudeRequest of(
      SynthesisContext context, String model, String effort, int maxTokens) {
    return new ClaudeRequest(model, effort, maxTokens, UserTurn.of(context), "", "");
  }

  /** The one request to repair an answer. */
  public ClaudeRequest repair(String wrong, String why) {
    return new ClaudeRequest(model, effort, maxTokens, user, wrong, why);
  }

  /** What every request begins with. */
  public String system() {
    return SYSTEM;
  }

  /** The schema of the answer, JSON. */
  public String schema() {
    return SCHEMA;
  }

  /** Bytes of all that is sent, and of what the service may add: no request has more tokens. */
  long bytes() {
    String all = SYSTEM + SCHEMA + user + answer + complaint;
    return (long) all.getBytes(StandardCharsets.UTF_8).length + FRAME;
  }

  /** One line of JSON, the same for the same request. */
  public String canonical() {
    ObjectNode node = JSON.createObjectNode();
    node.put("template", TEMPLATE);
    node.put("model", model);
    node.put("effort", effort);
    node.put("maxTokens", maxTokens);
    node.put("schema", SCHEMA);
    node.put("system", SYSTEM);
    node.put("user", user);
    node.put("answer", answer);
    node.put("complaint", complaint);
    return node.toString();
  }

  /** SHA-256 of the canonical JSON, hexadecimal. */
  public String hash() {
    return Sha256.of(canonical());
  }

  private static String resource(String name) {
    try (InputStream in = ClaudeRequest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tradinggym.experiments.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as lines: one when a trial begins, one when it ends, both with its id. */
final class LedgerJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGAN = "began";

  private LedgerJson() {}

  static String began(Entry entry, String now) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", entry.id()).put("event", BEGAN).put("at", now);
    line.put("command", entry.command()).put("run", entry.run()).put("trial", entry.trial());
    line.put("environment", entry.environment()).put("market", entry.market());
    line.set("data", JSON.valueToTree(entry.data()));
    line.put("configuration", entry.configuration());
    line.put("seed", entry.seed()).put("code", entry.code());
    return line.toString();
  }

  static String ended(String id, Outcome outcome, String now) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", id).put("event", outcome.status().text()).put("at", now);
    if (!outcome.reason().isEmpty()) {
      line.put("reason", outcome.reason());
    }
    line.put("scored_on", outcome.scoredOn());
    put(line, "score", outcome.score());
    put(line, "sharpe", outcome.sharpe());
    line.put("periods", outcome.periods());
    put(line, "periods_per_year", outcome.periodsPerYear());
    put(line, "drawdown", outcome.drawdown());
    return line.toString();
  }

  private static void put(ObjectNode line, String key, double value) {
    if (Double.isFinite(value)) {
      line.put(key, value);
    }
  }

  /**
   * Enters what a line says; a torn line says nothing.
   *
   * @return whether it says something of a trial that is known
   * @throws IllegalArgumentException if a whole line has no time, or tells no event of a trial
   */
  static boolean read(String text, Map<String, LedgerRow> rows) {
    if (text.isBlank()) {
      return true;
    }
    JsonNode line = parsed(text);
    if (line == null) {
      return false;
    }
    String id = line.path("id").asText();
    String at = time(line.path("at").asText());
    @Nullable LedgerRow before = rows.get(id);
    if (line.path("event").asText().equals(BEGAN)) {
      Outcome open = Outcome.of(Status.OPEN, "");
      rows.put(
          id,
          before == null
              ? new LedgerRow(id, at, "", entry(line), open)
              : before.with("", entry(line), open));
    } else {
      Outcome outcome = outcome(line);
      if (before == null) {
        return false;
      }
      rows.put(id, before.with(at, before.entry(), outcome));
    }
    return true;
  }

  private static String time(String text) {
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no time such as 2026-01-15T00:00:00Z", e);
    }
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      return line.path("id").isTextual() && line.path("event").isTextual() ? line : null;
    } catch (JsonProcessingException e) {
      return null; // A process died while it wrote.
    }
  }

  private static Entry entry(JsonNode line) {
    Map<String, String> data = new LinkedHashMap<>();
    line.path("data")
        .properties()
        .forEach(part -> data.put(part.getKey(), part.getValue().asText()));
    return new Entry(
        line.path("command").asText(),
        line.path("run").asText(),
        line.path("trial").asText(),
        line.path("environment").asText(),
        line.path("market").asText(),
        data,
        line.path("configuration").asText(),
        line.path("seed").asLong(),
        line.path("code").asText());
  }

  private static Outcome outcome(JsonNode line) {
    return new Outcome(
        Status.of(line.path("event").asText()),
        line.path("reason").asText(""),
        line.path("scored_on").asText(""),
        number(line, "score"),
        number(line, "sharpe"),
        line.path("periods").asInt(),
        number(line, "periods_per_year"),
        number(line, "drawdown"));
  }

  private static double number(JsonNode line, String key) {
    return line.path(key).asDouble(Double.NaN);
  }
}

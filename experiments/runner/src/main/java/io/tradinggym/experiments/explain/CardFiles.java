package io.tradinggym.experiments.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.explain.card.Claim;
import io.tradinggym.explain.card.DecisionTrace;
import io.tradinggym.explain.card.Explanation;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Cards as JSON and as a page. */
public final class CardFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>Decisions</title>
      <style>body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      section{border-top:1px solid #8886;padding:.5rem 0}h2{font-size:1rem;margin:.5rem 0}
      dl{display:grid;grid-template-columns:7rem 1fr;margin:0;gap:.1rem .8rem}dt{opacity:.7}dd{margin:0}
      a{color:inherit}</style></head><body><main>
      <h1>Decisions</h1>
      <p>Attribution describes the policy, not the market: it names no cause.</p>
      """;

  private CardFiles() {}

  /** A card as JSON: its lines, what they claim, and the numbers of the decision. */
  public static String json(Cards.Card card) {
    DecisionTrace trace = card.trace();
    ObjectNode root = JSON.createObjectNode();
    root.put("step", trace.step());
    root.put("time", Instant.ofEpochMilli(trace.knownAt()).toString());
    root.put("policy", trace.policy());
    ArrayNode lines = root.putArray("lines");
    for (Explanation.Line line : card.card().lines()) {
      ObjectNode node = lines.addObject();
      node.put("label", line.label());
      node.put("text", line.text());
      ArrayNode claims = node.putArray("claims");
      line.claims().forEach(claim -> claims.add(claim(trace, claim)));
    }
    ObjectNode observation = root.putObject("observation");
    for (int i = 0; i < trace.observation().length; i++) {
      observation.put(name(trace, i), trace.observation()[i]);
    }
    ArrayNode scores = root.putArray("scores");
    for (float score : trace.scores()) {
      scores.add(score);
    }
    ArrayNode action = root.putArray("action");
    for (float value : trace.action()) {
      action.add(value);
    }
    ObjectNode rewards = root.putObject("reward");
    trace.rewards().forEach(rewards::put);
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode claim(DecisionTrace trace, Claim claim) {
    ObjectNode node = JSON.createObjectNode();
    switch (claim) {
      case Claim.Driver driver -> {
        node.put("input", name(trace, driver.input()));
        node.put("baseline", driver.baseline());
        node.put("supports", driver.supports());
        node.put("share", driver.share());
      }
      case Claim.Flip flip -> {
        node.put("input", name(trace, flip.first()));
        node.put("to", flip.firstTo());
        if (flip.second() >= 0) {
          node.put("second", name(trace, flip.second()));
          node.put("second_to", flip.secondTo());
        }
      }
    }
    return node;
  }

  private static String name(DecisionTrace trace, int input) {
    return trace.fields().isEmpty() ? "input " + input : trace.fields().get(input).name();
  }

  /** A page of cards, each with the anchor {@code step-N}. */
  public static String page(List<Cards.Card> cards) {
    return page("", cards);
  }

  /**
   * A page of cards, each with the anchor {@code step-N}.
   *
   * @param lead HTML that says whose decisions they are
   * @param cards in the order of their steps
   */
  static String page(String lead, List<Cards.Card> cards) {
    StringBuilder out = new StringBuilder(HEAD).append(lead);
    for (Cards.Card card : cards) {
      List<Explanation.Line> lines = card.card().lines();
      out.append("<section id=\"step-").append(card.trace().step()).append("\"><h2>");
      out.append(escape(lines.getFirst().text())).append("</h2><dl>\n");
      for (Explanation.Line line : lines.subList(1, lines.size())) {
        out.append("<dt>").append(escape(line.label())).append("</dt><dd>");
        out.append(escape(line.text())).append("</dd>\n");
      }
      out.append("</dl></section>\n");
    }
    return out.append("</main></body></html>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package io.tradinggym.experiments.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.LedgerRow;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.search.Candidate;
import io.tradinggym.experiments.search.Parameter;
import io.tradinggym.experiments.search.Search;
import io.tradinggym.experiments.search.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Trials of earlier searches, told to a search before it begins: those of the ledger on the same data, scored on the
 * same range, whose settings are those that a candidate of this space has. They are written down when the search
 * starts, so that what is tried later, elsewhere or in between changes nothing of it.
 *
 * @param known trials, the earliest first
 */
record WarmStart(List<Known> known) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "warm-start.json";

  /** Nothing is known. */
  static final WarmStart NONE = new WarmStart(List.of());

  /**
   * A trial.
   *
   * @param values of the settings that the space chooses, by name
   * @param score by the search's objective
   */
  record Known(Map<String, String> values, double score) {}

  WarmStart {
    known = List.copyOf(known);
  }

  /**
   * From rows of a ledger, the latest so many; what cannot be told to the space is left out.
   *
   * @param rewritten entry of the search's configuration with settings given values; what it makes of {@code 1e-3} is
   *     how the ledger's rows have it, and what it makes of an algorithm is all that this one can be told
   */
  static WarmStart of(
      List<LedgerRow> rows,
      Entry base,
      SearchConfig search,
      Function<Map<String, String>, Entry> rewritten) {
    SearchSpace space = search.space();
    Map<String, Map<String, String>> asWritten = asWritten(space, rewritten);
    Map<Map<String, String>, Map<String, String>> others = new HashMap<>();
    List<Known> known = new ArrayList<>();
    for (LedgerRow row : rows) {
      Entry entry = row.entry();
      Outcome outcome = row.outcome();
      if (outcome.status() == Status.FINISHED
          && outcome.scoredOn().equals("validation")
          && entry.environment().equals(base.environment())
          && entry.market().equals(base.market())
          && entry.data().equals(base.data())) {
        Map<String, String> settings = settings(entry.configuration());
        asWritten.forEach(
            (name, texts) ->
                settings.computeIfPresent(name, (_, text) -> texts.getOrDefault(text, text)));
        double score = score(outcome, search);
        Optional<Candidate> candidate = space.candidate(-1, settings);
        if (!Double.isNaN(score) && candidate.isPresent()) {
          Map<String, String> chosen = new TreeMap<>(settings);
          chosen.keySet().retainAll(candidate.get().values().keySet());
          Map<String, String> own =
              others.computeIfAbsent(choices(space, chosen), each -> others(rewritten, chosen));
          if (others(settings, chosen).equals(own)) {
            known.add(new Known(chosen, score));
          }
        }
      }
    }
    return new WarmStart(
        known.subList(Math.max(0, known.size() - search.warmStart()), known.size()));
  }

  /** Of every choice, the space's texts by those that a configuration makes of them. */
  private static Map<String, Map<String, String>> asWritten(
      SearchSpace space, Function<Map<String, String>, Entry> rewritten) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Parameter parameter : space.parameters()) {
      Map<String, String> texts = new TreeMap<>();
      for (String text : parameter.choices()) {
        try {
          Entry entry = rewritten.apply(Map.of(parameter.name(), text));
          String made = settings(entry.configuration()).get(parameter.name());
          texts.put(made == null ? text : made, text);
        } catch (UserError e) {
          texts.put(text, text); // It cannot stand alone; what it is written as is not known.
        }
      }
      all.put(parameter.name(), texts);
    }
    return all;
  }

  private static double score(Outcome outcome, SearchConfig search) {
    return switch (search.objectives().getFirst()) {
      case SCORE -> outcome.score();
      case SHARPE -> outcome.sharpe();
      case DRAWDOWN -> outcome.drawdown();
      case TURNOVER -> Double.NaN;
    };
  }

  /** Of what was chosen, the texts: which other settings there are hangs on them alone. */
  private static Map<String, String> choices(SearchSpace space, Map<String, String> chosen) {
    Map<String, String> choices = new TreeMap<>();
    for (Parameter parameter : space.parameters()) {
      String text = chosen.get(parameter.name());
      if (text != null && parameter.kind() == Parameter.Kind.CHOICE) {
        choices.put(parameter.name(), text);
      }
    }
    return choices;
  }

  /** All other settings of a candidate; none if it is refused. */
  private static Map<String, String> others(
      Function<Map<String, String>, Entry> rewritten, Map<String, String> chosen) {
    try {
      return others(settings(rewritten.apply(chosen).configuration()), chosen);
    } catch (UserError e) {
      return Map.of();
    }
  }

  private static Map<String, String> others(
      Map<String, String> settings, Map<String, String> chosen) {
    Map<String, String> others = new TreeMap<>(settings);
    chosen.keySet().forEach(others::remove);
    others.remove("seed");
    return others;
  }

  /** Every setting by its path. */
  private static Map<String, String> settings(String configuration) {
    Map<String, String> settings = new TreeMap<>();
    try {
      flatten("", JSON.readTree(configuration), settings);
    } catch (JsonProcessingException e) {
      settings.clear(); // A trial whose settings were refused.
    }
    return settings;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  flatten(
                      path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                      child.getValue(),
                      into));
    } else if (!node.isNull()) {
      into.put(path, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  /** Writes them into the folder of a search. */
  void save(RunFolder folder) {
    folder.writeJson(FILE, known);
  }

  /** Those of a search's folder; none if nothing was written there. */
  static WarmStart of(RunFolder folder) {
    Path file = folder.file(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      return new WarmStart(JSON.readValue(file.toFile(), new TypeReference<List<Known>>() {}));
    } catch (JsonProcessingException e) {
      throw new UserError(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Tells them to a search. */
  Search told(SearchConfig config, Search search) {
    for (int i = 0; i < known.size(); i++) {
      Optional<Candidate> candidate =
          config.space().candidate(i - known.size(), known.get(i).values());
      if (candidate.isPresent()) {
        search.tell(candidate.get(), known.get(i).score());
      }
    }
    return search;
  }
}

package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the daily job, under the signal system's names.
 *
 * @param tickers to rank
 * @param horizon bars that a prediction looks ahead
 * @param threshold of the ensemble's probability above which the backtest buys, in (0, 1)
 * @param leastExpiry days to an option's expiry at least
 * @param mostExpiry at most
 * @param portfolioRisk share of the money that may be lost on one position, in (0, 1]
 * @param model name of the language model for the synthesis
 * @param sources folder of collected series for the models; null takes the data's own
 */
public record Watchlist(
    List<String> tickers,
    int horizon,
    double threshold,
    int leastExpiry,
    int mostExpiry,
    double portfolioRisk,
    String model,
    @Nullable Path sources) {
  /** What the signal system begins with. */
  public static final Watchlist DEFAULT =
      new Watchlist(
          List.of("NVDA", "QQQ", "SPY", "AAPL", "MSFT", "TSLA", "AMD", "META", "AMZN", "GOOGL"),
          3,
          0.65,
          14,
          45,
          0.05,
          "claude-opus-4-6",
          null);

  private static final Set<String> KEYS =
      Set.of(
          "watchlist",
          "prediction_horizon_days",
          "confidence_threshold",
          "options_dte_min",
          "options_dte_max",
          "max_portfolio_risk_pct",
          "llm_model",
          "sources");

  /** Checks all. */
  public Watchlist {
    tickers = List.copyOf(tickers);
    if (tickers.isEmpty() || tickers.size() > Set.copyOf(tickers).size()) {
      throw new UserError("watchlist must name at least one ticker, each once, was " + tickers);
    }
    tickers.forEach(TickerBars::checked);
    if (horizon < 1 || horizon > 60) {
      throw new UserError("prediction_horizon_days must be in 1 .. 60, was " + horizon);
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new UserError("confidence_threshold must be in (0, 1), was " + threshold);
    }
    if (leastExpiry < 0 || mostExpiry < leastExpiry) {
      throw new UserError(
          "options_dte_min must be >= 0 and at most options_dte_max, were "
              + leastExpiry
              + " and "
              + mostExpiry);
    }
    if (!(portfolioRisk > 0 && portfolioRisk <= 1)) {
      throw new UserError("max_portfolio_risk_pct must be in (0, 1], was " + portfolioRisk);
    }
  }

  /** The same for one ticker. */
  public Watchlist only(String ticker) {
    return new Watchlist(
        List.of(ticker),
        horizon,
        threshold,
        leastExpiry,
        mostExpiry,
        portfolioRisk,
        model,
        sources);
  }

  /** The same with series of another folder. */
  public Watchlist withSources(Path folder) {
    return new Watchlist(
        tickers, horizon, threshold, leastExpiry, mostExpiry, portfolioRisk, model, folder);
  }

  /** Reads a file; what it does not name stays at its default, what is not known is refused. */
  public static Watchlist read(Path file) {
    JsonNode node;
    try {
      node = new YAMLMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new UserError(file + " is not YAML: " + e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw new UserError("the configuration " + file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new UserError("cannot read the configuration " + file, e);
    }
    if (node == null || !node.isObject()) {
      throw new UserError(file + " must hold keys such as watchlist: [SPY]");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.contains(name)) {
        throw new UserError(
            file + ": no key \"" + name + "\"; there are " + KEYS.stream().sorted().toList());
      }
    }
    try {
      return new Watchlist(
          node.has("watchlist") ? tickers(node.path("watchlist")) : DEFAULT.tickers,
          whole(node, "prediction_horizon_days", DEFAULT.horizon),
          number(node, "confidence_threshold", DEFAULT.threshold),
          whole(node, "options_dte_min", DEFAULT.leastExpiry),
          whole(node, "options_dte_max", DEFAULT.mostExpiry),
          number(node, "max_portfolio_risk_pct", DEFAULT.portfolioRisk),
          node.path("llm_model").asText(DEFAULT.model),
          folder(node.path("sources")));
    } catch (UserError e) {
      throw new UserError(file + ": " + e.getMessage(), e);
    }
  }

  private static List<String> tickers(JsonNode list) {
    List<String> tickers = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isTextual()) {
        throw new UserError(
            "watchlist must be a list such as [SPY, \"0700\"], numbers and true in quotes; holds "
                + each);
      }
      tickers.add(each.asText().strip());
    }
    return tickers;
  }

  private static @Nullable Path folder(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isTextual() || node.asText().isBlank()) {
      throw new UserError("sources must be a folder such as DIR/series, was " + node);
    }
    return Path.of(node.asText());
  }

  private static int whole(JsonNode node, String name, int byDefault) {
    double value = number(node, name, byDefault);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new UserError(name + " must be a whole number, was " + node.path(name));
    }
    return (int) value;
  }

  private static double number(JsonNode node, String name, double byDefault) {
    JsonNode found = node.path(name);
    if (found instanceof MissingNode) {
      return byDefault;
    }
    if (!found.isNumber()) {
      throw new UserError(name + " must be a number, was " + found);
    }
    return found.asDouble();
  }
}

package io.tradinggym.experiments.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.OptionIdea;
import io.tradinggym.options.analysis.Score;
import io.tradinggym.options.analysis.SpreadIdea;
import io.tradinggym.options.analysis.VolatilityView;
import io.tradinggym.options.chain.QuoteDefect;
import io.tradinggym.options.chain.RecordedChain;
import java.util.Locale;
import java.util.Map;

/** The analysis as one JSON object; what is not known is missing. */
public final class StudyJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StudyJson() {}

  /** The object. */
  public static ObjectNode of(ChainStudy study) {
    ObjectNode json = MAPPER.createObjectNode();
    RecordedChain chain = study.chain();
    ObjectNode file = json.putObject("chain");
    file.put("file", chain.report().file());
    file.put("layout", chain.report().layout().name());
    file.put("time", chain.time().toString());
    file.put("contract_size", chain.contractSize());
    if (!chain.root().isEmpty()) {
      file.put("root", chain.root());
    }
    if (!chain.currency().isEmpty()) {
      file.put("currency", chain.currency());
    }
    file.put("contracts", chain.report().rows());
    ObjectNode excluded = file.putObject("excluded");
    for (Map.Entry<QuoteDefect, Integer> each : chain.report().excluded().entrySet()) {
      excluded.put(each.getKey().name().toLowerCase(Locale.ROOT), each.getValue());
    }
    Analysis analysis = study.analysis();
    json.put("signal", analysis.signal().name());
    json.put("spot", analysis.spot());
    json.put("spot_source", study.spotSource());
    json.put("rate", study.forwards().rate());
    json.put("rate_source", study.rateSource());
    json.set("volatility", volatility(analysis.view()));
    json.put("candidates", analysis.candidates());
    ArrayNode best = json.putArray("best");
    analysis.best().forEach(idea -> best.add(idea(idea)));
    analysis.spread().ifPresent(spread -> json.set("spread", spread(spread)));
    json.put("recommendation", analysis.recommendation().name());
    json.put("reason", analysis.reason());
    return json;
  }

  private static ObjectNode volatility(VolatilityView view) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("implied", view.implied());
    json.put("expiry", view.expiry().toString());
    view.historical().ifPresent(value -> json.put("historical", value));
    view.ratio().ifPresent(value -> json.put("ratio", value));
    view.level().ifPresent(value -> json.put("level", value.name()));
    view.earningsDays().ifPresent(value -> json.put("earnings_days", value));
    view.expectedMove().ifPresent(value -> json.put("expected_move", value));
    json.put("crush_risk", view.crush().name());
    return json;
  }

  private static ObjectNode idea(OptionIdea idea) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("type", idea.type().name());
    json.put("strike", idea.strike());
    json.put("expiry", idea.expiry().toString());
    json.put("days", idea.days());
    known(json, "bid", idea.bid());
    known(json, "ask", idea.ask());
    json.put("premium", idea.premium());
    known(json, "volume", idea.volume());
    known(json, "open_interest", idea.openInterest());
    json.put("implied_volatility", idea.volatility());
    json.put("delta", idea.delta());
    json.put("break_even", idea.breakEven());
    json.put("chance_of_profit", idea.chanceOfProfit());
    Score score = idea.score();
    json.put("score", score.total());
    ObjectNode parts = json.putObject("score_parts");
    parts.put("expiry", score.expiry());
    parts.put("moneyness", score.moneyness());
    known(parts, "liquidity", score.liquidity());
    parts.put("delta", score.delta());
    return json;
  }

  private static ObjectNode spread(SpreadIdea spread) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("name", spread.name());
    json.put("expiry", spread.expiry().toString());
    json.put("long_strike", spread.longStrike());
    json.put("short_strike", spread.shortStrike());
    json.put("net_debit", spread.debit());
    json.put("break_even", spread.breakEven());
    json.put("max_loss", spread.maxLoss());
    json.put("max_gain", spread.maxGain());
    json.put("chance_of_profit", spread.chanceOfProfit());
    return json;
  }

  private static void known(ObjectNode json, String name, double value) {
    if (!Double.isNaN(value)) {
      json.put(name, value);
    }
  }
}

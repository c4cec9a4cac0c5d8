package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the daily job found.
 *
 * @param source where the numbers come from, in a sentence
 * @param simulated whether a model drew the prices
 * @param signals ranked, the highest score first
 * @param failed tickers that were left out, with the reason
 * @param backtests by ticker; empty if none were asked for
 */
record DailyReport(
    String source,
    boolean simulated,
    List<TickerSignal> signals,
    Map<String, String> failed,
    Map<String, Backtests> backtests) {

  /** The signal and what it must beat, on the same days with the same money and costs. */
  record Backtests(SignalBacktest signal, SignalBacktest alwaysUp, SignalBacktest hold) {
    Map<String, SignalBacktest> named() {
      Map<String, SignalBacktest> all = new LinkedHashMap<>();
      all.put("signal", signal);
      all.put("always up", alwaysUp);
      all.put("buy and hold", hold);
      return all;
    }
  }

  DailyReport {
    signals =
        signals.stream()
            .sorted(Comparator.comparingDouble(TickerSignal::score).reversed())
            .toList();
    failed = new TreeMap<>(failed);
    backtests = new TreeMap<>(backtests);
  }

  /** The day of the last bar. */
  LocalDate date() {
    return signals.stream().map(TickerSignal::date).max(Comparator.naturalOrder()).orElseThrow();
  }

  void print(PrintWriter print) {
    print.println();
    print.printf(
        Locale.ROOT,
        "%-7s %-12s %-8s %-14s %-28s %-18s %-10s   %s%n",
        "Ticker",
        "Signal",
        "Ensemble",
        "IV Risk",
        "Top Option",
        "Claude Verdict",
        "Confidence",
        "out of fold: AUC, accuracy, always up");
    for (TickerSignal s : signals) {
      print.printf(
          Locale.ROOT,
          "%-7s %-12s %.3f    %-14s %-28s %-18s %-10s   %.3f, %.3f, %.3f%n",
          s.ticker(),
          s.band(),
          s.score(),
          s.options().risk(),
          s.options().top(),
          s.verdict(),
          s.confidence(),
          s.quality().auc(),
          s.quality().accuracy(),
          s.quality().alwaysUp());
    }
    print.println();
    backtests.forEach(
        (ticker, tests) ->
            tests
                .named()
                .forEach(
                    (name, test) ->
                        print.printf(
                            Locale.ROOT,
                            "%-7s %-12s return %.1f %%, Sharpe %.2f, drawdown %.1f %%, %d trades%n",
                            ticker,
                            name,
                            100 * test.totalReturn(),
                            test.sharpe(),
                            100 * test.maxDrawdown(),
                            test.trades().size())));
  }

  String csv() {
    StringBuilder text =
        new StringBuilder(
            "Ticker,Signal,Ensemble Score,IV Risk,Top Option,Claude"
                + " Verdict,Confidence,XGBoost,LSTM,Low,High,AUC,Accuracy,Always Up,Model"
                + " Version,Series\n");
    for (TickerSignal s : signals) {
      Study study = s.study();
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%.6f,%s,%s,%s,%s,%.6f,%s,%.6f,%.6f,%.4f,%.4f,%.4f,%s,%s%n",
              s.ticker(),
              s.band(),
              s.score(),
              s.options().risk(),
              quoted(s.options().top()),
              s.verdict(),
              s.synthesis() == null ? "" : s.confidence(),
              study.trees(),
              Double.isNaN(study.sequences())
                  ? ""
                  : String.format(Locale.ROOT, "%.6f", study.sequences()),
              study.interval().low(),
              study.interval().high(),
              s.quality().auc(),
              s.quality().accuracy(),
              s.quality().alwaysUp(),
              s.version().name(),
              quoted(s.series().toString())));
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? "\"" + cell.replace("\"", "\"\"") + "\""
        : cell;
  }

  String json() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("source", source).put("simulated", simulated);
    for (TickerSignal s : signals) {
      Study study = s.study();
      ObjectNode node = root.withArray("signals").addObject();
      node.put("ticker", s.ticker()).put("date", s.date().toString());
      node.put("signal", s.band().name()).put("score", s.score()).put("xgboost", study.trees());
      if (!Double.isNaN(study.sequences())) {
        node.put("lstm", study.sequences());
      }
      node.putArray("interval").add(study.interval().low()).add(study.interval().high());
      node.put("auc", s.quality().auc()).put("accuracy", s.quality().accuracy());
      node.put("alwaysUp", s.quality().alwaysUp());
      node.put("ivRisk", s.options().risk()).put("topOption", s.options().top());
      if (!s.options().reason().isEmpty()) {
        node.put("chain", s.options().reason());
      }
      node.put("verdict", s.verdict()).put("confidence", s.confidence());
      Syntheses.into(node, s.synthesis());
      s.series().into(node);
      node.put("modelVersion", s.version().name()).put("reused", s.version().reused());
    }
    ObjectNode reasons = root.putObject("leftOut");
    failed.forEach(reasons::put);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Trades of the backtests: one line each, with the ticker's own days. */
  String trades(TickerSignal signal) {
    StringBuilder text = new StringBuilder("signal,entry,exit,stopped,shares,profit USD,return\n");
    Backtests tests = backtests.get(signal.ticker());
    for (SignalBacktest.Trade trade :
        tests == null ? List.<SignalBacktest.Trade>of() : tests.signal().trades()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%d,%.2f,%.6f%n",
              TickerSignal.day(signal.bars().closeTime(trade.signal())),
              TickerSignal.day(signal.bars().closeTime(trade.entry())),
              TickerSignal.day(signal.bars().closeTime(trade.exit())),
              trade.stopped(),
              trade.shares(),
              trade.profit(),
              trade.simpleReturn()));
    }
    return text.toString();
  }
}

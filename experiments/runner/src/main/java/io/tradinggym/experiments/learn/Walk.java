package io.tradinggym.experiments.learn;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.allocator.drift.MixtureSprt;
import io.tradinggym.allocator.registry.Alias;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.models.ModelStore;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * History as if live. Bar by bar the champion trades one account, or nobody does; the one before it trades another on
 * paper. What is decided at a close uses that close and earlier ones:
 *
 * <pre>
 *   every so many bars, or on drift and a loss in simulation:  train warm beside fresh, keep the better, gate it beside
 *                                                              those who stood here before, promote
 *   the champion loses to cash since its best day:             cash; what was before that day is another law's
 *   the live test against the one before says worse:           roll back
 *   the champion was not confirmed for too long, or loses to cash at the gate:  cash
 * </pre>
 */
final class Walk {
  private static final double MIXTURE = 0.01;
  private static final String NOBODY = "";

  private final LearnConfig config;
  private final Places places;
  private final ModelRegistry registry;
  private final Retraining retraining;
  private final DecisionLog log;
  private final Consumer<String> told;
  private final int start;
  private final List<Double> rewards = new ArrayList<>();
  private String champion = NOBODY;
  private String previous = NOBODY;
  private @Nullable Watch watch;
  private @Nullable MixtureSprt live;
  private @Nullable Life paper;
  private final List<Retraining.Candidate> champions = new ArrayList<>();
  private final List<Retraining.Candidate> others = new ArrayList<>();
  private int trainedAt;
  private int reviewedAt;
  private int change;
  private double total;
  private double peak;
  private int peakAt;
  private int confirmedAt;
  private boolean expired;
  private int gates;
  private int promotions;
  private int logged;

  /**
   * A walk.
   *
   * @param told hears of each new decision in words
   */
  Walk(
      LearnConfig config,
      Places places,
      ModelRegistry registry,
      DecisionLog log,
      Consumer<String> told) {
    this.config = config;
    this.places = places;
    this.registry = registry;
    this.log = log;
    this.told = told;
    retraining = new Retraining(config, places, registry);
    start = config.schedule().first() + LearnConfig.LOOK_BACK;
    if (start + 2 > places.bars()) {
      throw new UserError(
          "history has "
              + places.bars()
              + " bars, the walk begins at bar "
              + start
              + " (schedule.first and "
              + LearnConfig.LOOK_BACK
              + " before)");
    }
  }

  /** The bar at which it begins to live. */
  int start() {
    return start;
  }

  /** Rewards of the bars lived through. */
  double[] rewards() {
    return rewards.stream().mapToDouble(one -> one).toArray();
  }

  /** Challengers that were judged so far. */
  int gates() {
    return gates;
  }

  /** Those of them that were promoted. */
  int promotions() {
    return promotions;
  }

  /** Walks up to a bar. */
  void to(int end) {
    try (Life life = new Life(places.asItWas(start, places.bars()))) {
      int bar = start;
      retrain("first", List.of(), bar, life, false);
      while (bar < end - 1 && !life.ended()) {
        double reward = life.live();
        bar++;
        rewards.add(reward);
        live(bar, reward, life);
      }
    } finally {
      if (paper != null) {
        paper.close();
      }
    }
  }

  private void live(int bar, double reward, Life life) {
    List<String> alarms = watch == null ? List.of() : watch.update(row(life, reward));
    total += reward;
    if (total >= peak) {
      peak = total;
      peakAt = bar;
    }
    // In cash nobody is tried: the test compares the champion with the one before, and may only
    // demote.
    if (trades() && paper != null && live != null && !paper.ended()) {
      double other = paper.live();
      if (live.update(reward - other) && live.mean() < 0) {
        rollback(bar, life, live);
        return;
      }
    }
    LearnConfig.Schedule schedule = config.schedule();
    if (bar - trainedAt >= schedule.every()) {
      retrain("schedule", alarms, bar, life, false);
    } else if (trades() && (!alarms.isEmpty() || bar - reviewedAt >= config.monitor().window())) {
      review(alarms, bar, life);
    } else if (schedule.expires() > 0 && trades() && bar - confirmedAt >= schedule.expires()) {
      cash(life);
      decide(bar, "expiry", List.of(), "cash", new LinkedHashMap<>());
    }
  }

  private boolean trades() {
    return !champion.equals(NOBODY) && !expired;
  }

  private void cash(Life life) {
    expired = true;
    life.trader(null);
  }

  /**
   * Looks at the champion since its best day, where a change for the worse most likely lies. If cash beats it there,
   * the law is believed to have changed that day. Drift alone does not retrain: the champion must also do no better
   * than cash.
   */
  private void review(List<String> alarms, int bar, Life life) {
    reviewedAt = bar;
    boolean drift = !alarms.isEmpty();
    int from = Math.max(peakAt, bar - config.schedule().holdout());
    int least = drift ? config.monitor().window() : config.schedule().episode();
    if (bar - from < least) {
      if (drift) {
        decide(bar, "drift", alarms, "keep", new LinkedHashMap<>());
      }
      return;
    }
    Gate gate = gate(from, bar);
    Gate.Verdict cash = gate.judge(gate.play(null), gate.play(policy(champion)));
    boolean changed = cash.passed() && bar - from >= config.schedule().episode();
    if (changed) {
      change = peakAt;
      cash(life);
    }
    if (changed || (drift && cash.worse() <= 0.5 && bar - trainedAt >= config.monitor().window())) {
      retrain(drift ? "drift" : "loss", alarms, bar, life, changed);
    } else if (drift) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("champion_worse_than_cash", 1 - cash.worse());
      decide(bar, "drift", alarms, "keep", facts);
    }
  }

  private Gate gate(int from, int bar) {
    return new Gate(places.judging(from, bar), config.gate(), retraining.seed("gate", bar));
  }

  private @Nullable Policy policy(String id) {
    return id.equals(NOBODY) ? null : retraining.policy(id);
  }

  /**
   * Trains, judges and promotes.
   *
   * @param fell whether the champion has just lost its place
   */
  private void retrain(String trigger, List<String> alarms, int bar, Life life, boolean fell) {
    trainedAt = bar;
    reviewedAt = bar;
    Retraining.Window window = retraining.window(bar, change);
    List<Retraining.Candidate> trained =
        window.learnable() ? retraining.at(window, champion) : List.of();
    List<Retraining.Candidate> challengers = new ArrayList<>();
    trained.stream().limit(1).forEach(challengers::add);
    recall(champions, window, challengers);
    recall(others, window, challengers);
    Gate gate = gate(window.split(), bar);
    Gate.Played cash = gate.play(null);
    Gate.Played own = trades() ? gate.play(policy(champion)) : cash;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("since", change);
    facts.put("candidates", trained.stream().map(Walk::told).toList());
    facts.put("rival", trades() ? champion : "cash");
    boolean passed = false;
    if (!challengers.isEmpty()) {
      Gate.Verdict verdict =
          gate.judge(challengers.stream().map(one -> gate.play(one.policy())).toList(), own);
      Retraining.Candidate best = challengers.get(verdict.chosen());
      passed = verdict.passed();
      gates++;
      facts.put("challengers", challengers.size());
      facts.put("challenger", best.id());
      facts.put("difference", verdict.mean());
      facts.put("difference_lower", verdict.lower());
      facts.put("worse_on", verdict.worse());
      facts.put("drawdown_more", verdict.drawdown());
      if (passed) {
        promote(best, bar, life);
      }
    }
    if (!trained.isEmpty() && !champions.contains(trained.getFirst())) {
      others.add(trained.getFirst());
    }
    if (!passed && !champion.equals(NOBODY) && own.mean() > cash.mean()) {
      confirmedAt = bar;
    }
    boolean loses = !passed && trades() && gate.judge(cash, own).passed();
    if (loses) { // nobody is better, and nobody at all is
      change = Math.max(change, peakAt);
      cash(life);
    }
    decide(bar, trigger, alarms, passed ? "promote" : loses || fell ? "cash" : "keep", facts);
  }

  /** Adds the newest of those who stood here before and have seen nothing of what the gate plays. */
  private void recall(
      List<Retraining.Candidate> known,
      Retraining.Window window,
      List<Retraining.Candidate> challengers) {
    known.reversed().stream()
        .filter(one -> one.to() <= window.split() && !(trades() && one.id().equals(champion)))
        .limit(config.schedule().recall())
        .forEach(challengers::add);
  }

  private void promote(Retraining.Candidate best, int bar, Life life) {
    promotions++;
    if (!best.id().equals(champion)) {
      previous = champion;
    }
    champion = best.id();
    others.remove(best);
    champions.remove(best);
    champions.add(best);
    confirmedAt = bar;
    expired = false;
    total = 0;
    peak = 0;
    peakAt = bar;
    reign(bar, life);
  }

  private static Map<String, Object> told(Retraining.Candidate candidate) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", candidate.kind());
    facts.put("id", candidate.id());
    facts.put("training", candidate.training());
    return facts;
  }

  private void rollback(int bar, Life life, MixtureSprt test) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("live_p", test.pValue());
    facts.put("live_mean", test.mean());
    facts.put("live_bars", test.count());
    String demoted = champion;
    champion = previous;
    previous = demoted;
    confirmedAt = bar;
    total = 0;
    peak = 0;
    peakAt = bar;
    reign(bar, life);
    live = null; // the live test may only demote: nobody is tried against who was demoted
    decide(bar, "live test", List.of(), "rollback", facts);
  }

  /** The champion trades from here on, is watched against its own past, and tried against the one before. */
  private void reign(int bar, Life life) {
    Policy now = policy(champion);
    life.trader(now);
    watch = null;
    if (paper != null) {
      paper.close();
      paper = null;
    }
    live = null;
    if (now == null) {
      return;
    }
    double[][] own = past(bar, now);
    watch = watch(bar, own);
    if (!previous.equals(NOBODY)) {
      double[] others = past(bar, policy(previous))[own.length - 1];
      double[] ours = own[own.length - 1];
      double variance = 0;
      for (int i = 0; i < ours.length; i++) {
        variance += (ours[i] - others[i]) * (ours[i] - others[i]) / ours.length;
      }
      if (variance > 0 && bar < places.bars() - 2) {
        live = new MixtureSprt(config.gate().demote(), variance, MIXTURE * variance);
        paper = new Life(places.asItWas(bar, places.bars()));
        paper.trader(policy(previous));
      }
    }
  }

  private Watch watch(int bar, double[][] reference) {
    List<String> names = new ArrayList<>();
    try (Life any = new Life(places.asItWas(bar - 2, bar))) {
      IntStream.range(0, reference.length - 2)
          .forEach(i -> names.add(any.spec().observationFields().get(i).name()));
    }
    names.add("action");
    names.add("reward");
    return new Watch(names, reference, config.monitor(), retraining.seed("watch", bar));
  }

  /** What a policy saw, did and earned on the history that it could learn from, by column. */
  private double[][] past(int bar, @Nullable Policy policy) {
    int from = Math.max(LearnConfig.LOOK_BACK, retraining.from(bar));
    List<double[]> rows = new ArrayList<>();
    try (Life life = new Life(places.asItWas(from, bar))) {
      life.trader(policy);
      while (!life.ended()) {
        double reward = life.live();
        rows.add(row(life, reward));
      }
    }
    double[][] columns = new double[rows.getFirst().length][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][i] = rows.get(i)[column];
      }
    }
    return columns;
  }

  private double[] row(Life life, double reward) {
    int columns = Math.min(config.monitor().columns(), life.spec().observation().size());
    double[] row = new double[columns + 2];
    for (int i = 0; i < columns; i++) {
      row[i] = life.observed(i);
    }
    row[columns] = life.acted();
    row[columns + 1] = reward;
    return row;
  }

  private void decide(
      int bar, String trigger, List<String> alarms, String decision, Map<String, Object> facts) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bar", bar);
    line.put("date", day(bar));
    line.put("earned", rewards.stream().mapToDouble(one -> one).sum());
    line.put("trigger", trigger);
    line.put("alarms", alarms);
    line.putAll(facts);
    line.put("decision", decision);
    line.put("champion", champion.equals(NOBODY) || expired ? "cash" : champion);
    int number = logged++;
    boolean fresh = log.add(line);
    if (fresh || number == log.before() - 1) {
      move(bar, decision, trigger);
    }
    if (fresh) {
      told.accept(words(line, decision));
    }
  }

  private String words(Map<String, Object> line, String decision) {
    return line.get("date")
        + "  "
        + decision
        + " ("
        + line.get("trigger")
        + (line.containsKey("difference")
            ? String.format(
                Locale.ROOT,
                ", difference %+.3f, worse on %.0f %% of paths",
                number(line, "difference"),
                100 * number(line, "worse_on"))
            : "")
        + ")  champion "
        + ModelStore.shortened(String.valueOf(line.get("champion")));
  }

  private static double number(Map<String, Object> line, String name) {
    return line.get(name) instanceof Double number ? number : Double.NaN;
  }

  String day(int bar) {
    return Instant.ofEpochMilli(places.time(bar) - 1)
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  /** Moves the registry's names where the walk stands; done again after a kill it changes nothing. */
  private void move(int bar, String decision, String why) {
    try {
      String named = registry.version(Alias.CHAMPION).orElse(NOBODY);
      if (named.equals(champion) || champion.equals(NOBODY)) {
        return;
      }
      if (decision.equals("rollback")) {
        registry.rollback(places.time(bar), why);
      } else {
        registry.promote(champion, places.time(bar), why);
      }
    } catch (IOException e) {
      throw new UserError("cannot move the registry's names: " + e.getMessage(), e);
    }
  }
}

package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.PerformanceReport;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Agents and controls on the same unseen paths.
 *
 * @param environment what was played
 * @param trades whether scores are total returns; else they are sums of rewards
 * @param periodsPerYear steps in a year
 * @param standings the agent first, then the controls
 * @param sample one of the agent's episodes in full: the one whose score is the median, or the nearest to it in which
 *     anything was traded
 * @param sampleSeed which of the agents played it, an index into the first standing
 * @param figures means over seeds and paths, by contender; empty where nothing is traded
 * @param facts how to tell it again: labels and values, in order; empty where a run's manifest holds them
 */
public record Evaluation(
    EnvironmentSpec environment,
    boolean trades,
    double periodsPerYear,
    List<Standing> standings,
    Trajectory sample,
    int sampleSeed,
    Map<String, List<Metric>> figures,
    Map<String, String> facts) {
  /** Fact that tells how many trials the ledger knows, and what this one is worth among them. */
  public static final String LEDGER = "Trial ledger";

  /** Fact that tells how often the test range was opened. */
  public static final String OPENED = "Test range";

  /** Of more episodes than this, only summaries are kept. */
  private static final int KEPT_IN_FULL = 200;

  /** Copies standings and facts. */
  public Evaluation {
    standings = List.copyOf(standings);
    figures = Map.copyOf(figures);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** What somebody else played: the sample is the agent's first episode, and nothing was measured yet. */
  Evaluation(
      EnvironmentSpec environment,
      boolean trades,
      double periodsPerYear,
      List<Standing> standings,
      Map<String, String> facts) {
    this(
        environment,
        trades,
        periodsPerYear,
        standings,
        standings.getFirst().episodes().getFirst().getFirst(),
        0,
        Map.of(),
        facts);
  }

  /**
   * Plays every contender on its paths.
   *
   * @param agents one per training seed, under one name
   * @param controls those that do not fit the environment are left out, and the one that is itself judged
   */
  public static Evaluation play(
      Arena arena,
      List<Contender> agents,
      List<Controls> controls,
      Paths paths,
      double periodsPerYear) {
    return play(arena, agents, controls, paths, periodsPerYear, EpisodeSink.NONE);
  }

  /**
   * Plays every contender on its paths.
   *
   * @param agents one per training seed, under one name
   * @param controls those that do not fit the environment are left out, and the one that is itself judged
   * @param sink is shown every episode; of many, only summaries stay in memory afterwards
   */
  public static Evaluation play(
      Arena arena,
      List<Contender> agents,
      List<Controls> controls,
      Paths paths,
      double periodsPerYear,
      EpisodeSink sink) {
    boolean trades = arena.spec().trading() != null;
    List<Standing> standings = new ArrayList<>();
    standings.add(standing(arena, agents, paths, trades, sink));
    Paths all = Paths.common(paths.all(agents.size()));
    for (Controls control : controls) {
      if (control.fits(arena.spec()) && !control.title().equals(standings.getFirst().name())) {
        standings.add(standing(arena, List.of(control), all, trades, sink));
      }
    }
    int[] at = sample(standings.getFirst(), trades);
    Trajectory episode = episode(standings.getFirst(), at);
    // Played again, where only a summary was kept: a path is the same every time.
    Trajectory sample =
        episode.totals().isEmpty() ? episode : arena.play(agents.get(at[0]), episode.path());
    Evaluation bare =
        new Evaluation(
            arena.spec(), trades, periodsPerYear, standings, sample, at[0], Map.of(), Map.of());
    return new Evaluation(
        arena.spec(), trades, periodsPerYear, standings, sample, at[0], bare.measured(), Map.of());
  }

  /** Seed and path of the episode that is shown in full, as indices. */
  private static int[] sample(Standing agent, boolean trades) {
    List<int[]> order = new ArrayList<>();
    for (int seed = 0; seed < agent.scores().length; seed++) {
      for (int i = 0; i < agent.scores()[seed].length; i++) {
        order.add(new int[] {seed, i});
      }
    }
    order.sort(Comparator.comparingDouble(at -> agent.scores()[at[0]][at[1]]));
    int median = order.size() / 2;
    int chosen = median;
    for (int away = order.size() - 1; trades && away >= 0; away--) {
      for (int at : new int[] {median + away, median - away}) {
        if (at >= 0 && at < order.size() && episode(agent, order.get(at)).total("traded") > 0) {
          chosen = at;
        }
      }
    }
    return order.get(chosen);
  }

  private static Trajectory episode(Standing standing, int[] at) {
    return standing.episodes().get(at[0]).get(at[1]);
  }

  /** The same with other facts. */
  public Evaluation withFacts(Map<String, String> known) {
    return new Evaluation(
        environment, trades, periodsPerYear, standings, sample, sampleSeed, figures, known);
  }

  /**
   * Writes it as one self-contained page, by the {@link ReportWriter} on the class path.
   *
   * @param file is replaced if it is there; its folder is made if it is missing
   */
  public void report(Path file) throws IOException {
    ReportWriter.installed().write(this, file);
  }

  private static Standing standing(
      Arena arena, List<? extends Contender> seeds, Paths paths, boolean trades, EpisodeSink sink) {
    boolean many = paths.count() > KEPT_IN_FULL;
    double[][] scores = new double[seeds.size()][paths.count()];
    List<List<Trajectory>> episodes = new ArrayList<>();
    for (int seed = 0; seed < seeds.size(); seed++) {
      List<Trajectory> played = new ArrayList<>();
      for (int i = 0; i < paths.count(); i++) {
        Trajectory episode = arena.play(seeds.get(seed), paths.of(seed, i));
        scores[seed][i] = score(episode, trades);
        sink.episode(seed, episode);
        played.add(many ? episode.summary() : episode);
      }
      episodes.add(List.copyOf(played));
    }
    return new Standing(
        seeds.getFirst().title(),
        scores,
        paths.count() == 1 && !paths.own() && trades
            ? HistoryBootstrap.totalReturn(equity(episodes))
            : SeedBootstrap.interquartileMean(scores),
        List.copyOf(episodes));
  }

  private static double[][] equity(List<List<Trajectory>> seeds) {
    return seeds.stream().map(episodes -> episodes.getFirst().equity()).toArray(double[][]::new);
  }

  private static double score(Trajectory trajectory, boolean trades) {
    if (!trades) {
      return trajectory.totalReward();
    }
    double[] equity = trajectory.equity();
    return equity[equity.length - 1] / equity[0] - 1;
  }

  private boolean oneHistory(Standing control) {
    return trades
        && agent().scores()[0].length == 1
        && control.scores()[0].length == 1
        && control.episodes().getFirst().getFirst().trades();
  }

  /** The agent. */
  public Standing agent() {
    return standings.getFirst();
  }

  /** Whether a standing is the agent's. */
  public boolean isAgent(Standing standing) {
    return standing.name().equals(agent().name());
  }

  /** A contender by name, if it took part. */
  public Optional<Standing> named(String name) {
    return standings.stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  /** Figures of a contender, means over seeds and paths; empty where nothing is traded. */
  public List<Metric> metrics(Standing standing) {
    return figures.getOrDefault(standing.name(), List.of());
  }

  private Map<String, List<Metric>> measured() {
    Map<String, List<Metric>> measured = new LinkedHashMap<>();
    if (trades) {
      standings.forEach(one -> measured.put(one.name(), Records.mean(reports(one))));
    }
    return measured;
  }

  /** A figure of each training seed, mean over its paths; NaN where it is undefined or nothing is traded. */
  public double[] bySeed(Standing standing, String metric) {
    return standing.episodes().stream()
        .mapToDouble(
            seed -> trades ? Metric.named(Records.mean(reports(seed)), metric) : Double.NaN)
        .toArray();
  }

  private List<PerformanceReport> reports(Standing standing) {
    return standing.episodes().stream().flatMap(seed -> reports(seed).stream()).toList();
  }

  private List<PerformanceReport> reports(List<Trajectory> seed) {
    Optional<Standing> held = named(Controls.BUY_AND_HOLD.title());
    List<PerformanceReport> reports = new ArrayList<>();
    for (Trajectory episode : seed) {
      Trajectory same = held.map(h -> h.episodes().getFirst().get(episode.path())).orElse(null);
      reports.add(Records.of(episode, same, periodsPerYear));
    }
    return reports;
  }

  /**
   * How much more than a control the agent made on the same path, mean over seeds and paths with its 95 % interval.
   * What a path did to both cancels, so it says much more than their two intervals. Where something is traded it is a
   * difference of returns a year (0.01 is one percentage point), elsewhere of scores. On a single history the interval
   * comes from its steps, drawn again in blocks.
   *
   * @param control a control's standing
   */
  public Interval difference(Standing control) {
    if (oneHistory(control)) {
      return HistoryBootstrap.difference(
          equity(agent().episodes()), equity(control.episodes()), periodsPerYear);
    }
    double[][] difference = new double[agent().scores().length][];
    for (int seed = 0; seed < difference.length; seed++) {
      double[] row = agent().scores()[seed];
      difference[seed] = new double[row.length];
      for (int i = 0; i < row.length; i++) {
        Trajectory own = agent().episodes().get(seed).get(i);
        Trajectory other = control.episodes().getFirst().get(own.path());
        difference[seed][i] = yearly(row[i], own) - yearly(control.scores()[0][own.path()], other);
      }
    }
    return SeedBootstrap.mean(difference);
  }

  /** A total return as one of a year; other scores as they are. */
  private double yearly(double score, Trajectory episode) {
    return trades && episode.steps() > 0
        ? Math.pow(Math.max(0, 1 + score), periodsPerYear / episode.steps()) - 1
        : score;
  }

  /**
   * The share of (seed, path) pairs in which the agent beat a control on the same path, ties counting half.
   *
   * @param control a control's standing
   */
  public double chanceToBeat(Standing control) {
    double wins = 0;
    int pairs = 0;
    for (int seed = 0; seed < agent().scores().length; seed++) {
      double[] row = agent().scores()[seed];
      for (int i = 0; i < row.length; i++) {
        int path = agent().episodes().get(seed).get(i).path();
        double difference = row[i] - control.scores()[0][path];
        wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        pairs++;
      }
    }
    return wins / pairs;
  }
}

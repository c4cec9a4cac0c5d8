package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.experiments.report.EvaluationReport;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.PerformanceReport;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param facts how to tell it again: labels and values, in order; empty where a run's manifest holds them
 */
public record Evaluation(
    EnvironmentSpec environment,
    boolean trades,
    double periodsPerYear,
    List<Standing> standings,
    Map<String, String> facts) {
  /** Copies standings and facts. */
  public Evaluation {
    standings = List.copyOf(standings);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * Plays every contender on its paths.
   *
   * @param agents one per training seed, under one name
   * @param controls those that do not fit the environment are left out
   */
  public static Evaluation play(
      Arena arena,
      List<Contender> agents,
      List<Controls> controls,
      Paths paths,
      double periodsPerYear) {
    boolean trades = Weights.assets(arena.spec().infoFields()) > 0;
    List<Standing> standings = new ArrayList<>();
    standings.add(standing(arena, agents, paths, trades));
    Paths all = Paths.common(paths.all(agents.size()));
    for (Controls control : controls) {
      if (control.fits(arena.spec())) {
        standings.add(standing(arena, List.of(control), all, trades));
      }
    }
    return new Evaluation(arena.spec(), trades, periodsPerYear, standings, Map.of());
  }

  Evaluation withFacts(Map<String, String> known) {
    return new Evaluation(environment, trades, periodsPerYear, standings, known);
  }

  /**
   * Writes it as one self-contained page.
   *
   * @param file is replaced if it is there; its folder is made if it is missing
   */
  public void report(Path file) throws IOException {
    EvaluationReport.write(this, file);
  }

  private static Standing standing(
      Arena arena, List<? extends Contender> seeds, Paths paths, boolean trades) {
    double[][] scores = new double[seeds.size()][paths.count()];
    List<List<Trajectory>> episodes = new ArrayList<>();
    for (int seed = 0; seed < seeds.size(); seed++) {
      List<Trajectory> played = new ArrayList<>();
      for (int i = 0; i < paths.count(); i++) {
        Trajectory episode = arena.play(seeds.get(seed), paths.of(seed, i));
        scores[seed][i] = score(episode, trades);
        played.add(episode);
      }
      episodes.add(List.copyOf(played));
    }
    return new Standing(
        seeds.getFirst().title(),
        scores,
        SeedBootstrap.interquartileMean(scores),
        List.copyOf(episodes));
  }

  private static double score(Trajectory trajectory, boolean trades) {
    if (!trades) {
      return trajectory.totalReward();
    }
    double[] equity = trajectory.info("equity");
    return equity[equity.length - 1] / equity[0] - 1;
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
    return trades ? Records.mean(reports(standing)) : List.of();
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
   * difference of returns a year (0.01 is one percentage point), elsewhere of scores.
   *
   * @param control a control's standing
   */
  public Interval difference(Standing control) {
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

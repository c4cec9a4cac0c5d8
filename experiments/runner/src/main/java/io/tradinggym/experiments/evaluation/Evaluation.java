package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.experiments.report.EvaluationReport;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.PerformanceReport;
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
   * Plays every contender on the same paths.
   *
   * @param agents one per training seed, under one name
   * @param controls those that do not fit the environment are left out
   */
  public static Evaluation play(
      Arena arena,
      List<Contender> agents,
      List<Controls> controls,
      int paths,
      double periodsPerYear) {
    boolean trades = Weights.assets(arena.spec().infoFields()) > 0;
    List<Standing> standings = new ArrayList<>();
    standings.add(standing(arena, agents, paths, trades));
    for (Controls control : controls) {
      if (control.fits(arena.spec())) {
        standings.add(standing(arena, List.of(control), paths, trades));
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
      Arena arena, List<? extends Contender> seeds, int paths, boolean trades) {
    double[][] scores = new double[seeds.size()][paths];
    List<List<Trajectory>> episodes = new ArrayList<>();
    for (int seed = 0; seed < seeds.size(); seed++) {
      List<Trajectory> played = arena.playAll(seeds.get(seed), paths);
      for (int path = 0; path < paths; path++) {
        scores[seed][path] = score(played.get(path), trades);
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

  private List<PerformanceReport> reports(Standing standing) {
    Optional<Standing> held = named(Controls.BUY_AND_HOLD.title());
    List<PerformanceReport> reports = new ArrayList<>();
    for (List<Trajectory> seed : standing.episodes()) {
      for (Trajectory episode : seed) {
        Trajectory same = held.map(h -> h.episodes().getFirst().get(episode.path())).orElse(null);
        reports.add(Records.of(episode, same, periodsPerYear));
      }
    }
    return reports;
  }

  /**
   * The share of (seed, path) pairs in which the agent beat a control on the same path, ties counting half.
   *
   * @param control a control's standing
   */
  public double chanceToBeat(Standing control) {
    double wins = 0;
    int pairs = 0;
    for (double[] row : agent().scores()) {
      for (int path = 0; path < row.length; path++) {
        double difference = row[path] - control.scores()[0][path];
        wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        pairs++;
      }
    }
    return wins / pairs;
  }
}

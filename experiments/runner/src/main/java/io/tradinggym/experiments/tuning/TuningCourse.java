package io.tradinggym.experiments.tuning;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.config.SearchConfig.Objective;
import io.tradinggym.experiments.search.Constraint;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.experiments.statistics.selection.BestOfMany;
import io.tradinggym.experiments.statistics.selection.ExpectedBest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The jobs of a search so far: of each trial, the one with the largest budget. */
final class TuningCourse {
  private static final int DRAWS = 20_000;

  /** Correlations of more trials than this are not simulated; the trials count as independent then. */
  private static final int CORRELATED = 500;

  private static final int FEWEST_PERIODS = 3;

  private final SearchConfig search;
  private final List<Objective> objectives;
  private final Map<Integer, Job> jobs = new TreeMap<>();
  private final Map<Integer, TrialScore> scores = new TreeMap<>();
  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, Tuning.Line> told = new HashMap<>();

  TuningCourse(SearchConfig search) {
    this.search = search;
    objectives = search.objectives();
  }

  void add(Job job, TrialScore score) {
    jobs.put(job.candidate().number(), job);
    scores.put(job.candidate().number(), score);
    orders.put(job.order().name(), job.order());
    told.put(job.order().name(), line(job, score));
  }

  TrialScore score(Job job) {
    return Objects.requireNonNull(scores.get(job.candidate().number()));
  }

  /**
   * The best by the first objective of those that were trained longest, in whatever bracket they began, among those
   * that keep the constraints if any does.
   */
  Optional<Job> best() {
    List<Job> counted = jobs.values().stream().filter(this::counts).toList();
    List<Job> kept = counted.stream().filter(this::keeps).toList();
    List<Job> among = kept.isEmpty() ? counted : kept;
    long longest = among.stream().mapToLong(Job::steps).max().orElse(0);
    return among.stream()
        .filter(job -> job.steps() == longest)
        .max(
            Comparator.comparingDouble((Job job) -> first(job))
                .thenComparing(job -> -job.candidate().number()));
  }

  private boolean counts(Job job) {
    return !Double.isNaN(first(job));
  }

  private double first(Job job) {
    return score(job).told(search)[0];
  }

  /** Whether a job keeps the constraints. */
  boolean keeps(Job job) {
    return first(job) > Constraint.BROKEN;
  }

  /** What a job scored by everything that constraints can speak of. */
  Map<String, Double> measured(Job job) {
    Map<String, Double> measured = new LinkedHashMap<>();
    List<Objective> all = List.of(Objective.values());
    double[] values = score(job).objectives(all);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        measured.put(all.get(i).key(), values[i]);
      }
    }
    return measured;
  }

  String failure() {
    return scores.values().stream()
        .map(TrialScore::failure)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("its " + objectives.getFirst().key() + " is not defined: nothing was traded");
  }

  List<Tuning.Line> lines() {
    return jobs.values().stream().map(this::line).toList();
  }

  Tuning.Line line(Job job) {
    return line(job, score(job));
  }

  Tuning.Line line(Job job, TrialScore score) {
    return new Tuning.Line(
        job.candidate().number(),
        job.candidate().values(),
        job.steps(),
        Arrays.stream(score.objectives(objectives)).boxed().toList(),
        score.failure());
  }

  /** What a job's policy went through, the earliest first. */
  List<Tuning.Line> past(Job job) {
    List<Tuning.Line> past = new ArrayList<>();
    for (@Nullable Order order = job.order(); order != null; order = orders.get(order.from())) {
      past.addFirst(Objects.requireNonNull(told.get(order.name())));
    }
    return past;
  }

  /** Trials that no other beats in one objective without losing in another. */
  List<Tuning.Line> front() {
    if (objectives.size() == 1) {
      return best().map(job -> List.of(line(job))).orElse(List.of());
    }
    List<Job> whole = jobs.values().stream().filter(this::counts).toList();
    return whole.stream()
        .filter(job -> whole.stream().noneMatch(other -> dominates(other, job)))
        .map(this::line)
        .toList();
  }

  private boolean dominates(Job one, Job other) {
    double[] a = score(one).told(search);
    double[] b = score(other).told(search);
    boolean better = false;
    for (int i = 0; i < a.length; i++) {
      if (!(a[i] >= b[i])) {
        return false;
      }
      better |= a[i] > b[i];
    }
    return better;
  }

  /** See {@link TuningResult#deflatedSharpe}. */
  double deflatedSharpe(long seed) {
    Optional<Job> best = best();
    double[] shown = best.map(job -> score(job).returns()).orElse(new double[0]);
    if (shown.length < FEWEST_PERIODS) {
      return Double.NaN;
    }
    double[] ratios = new double[scores.size()];
    List<double[]> series = new ArrayList<>();
    int trial = 0;
    for (TrialScore score : scores.values()) {
      boolean whole = score.returns().length == shown.length;
      ratios[trial++] = whole ? Returns.sharpe(score.returns(), 0, 1) : Double.NaN;
      if (whole) {
        series.add(score.returns());
      }
    }
    double variance = SharpeInference.trialVariance(ratios, shown.length);
    if (ratios.length > CORRELATED) {
      return SharpeInference.deflated(shown, variance, ratios.length);
    }
    double luck =
        ExpectedBest.of(
            among(ExpectedBest.correlation(series.toArray(double[][]::new)), ratios.length),
            DRAWS,
            RandomStreams.of(seed).stream("expected best"));
    return SharpeInference.deflatedByCorrelation(shown, variance, luck);
  }

  /** See {@link TuningResult#among}; of more trials than {@value #CORRELATED} the best so many by the objective. */
  @Nullable BestOfMany among(long seed) {
    Optional<Job> best = best();
    if (best.isEmpty()) {
      return null;
    }
    double[] shown = score(best.get()).returns();
    List<double[]> series = new ArrayList<>(List.of(shown));
    jobs.values().stream()
        .filter(job -> counts(job) && !job.equals(best.get()))
        .sorted(Comparator.comparingDouble((Job job) -> -first(job)))
        .map(job -> score(job).returns())
        .filter(returns -> returns.length == shown.length)
        .limit(CORRELATED - 1L)
        .forEach(series::add);
    double[][] returns = series.toArray(double[][]::new);
    return BestOfMany.compares(returns)
        ? BestOfMany.of(returns, 0, RandomStreams.of(seed).stream("best of many"))
        : null;
  }

  /** Trials of which nothing is known that could be compared, failed or ruined on the way, count as independent. */
  private static double[][] among(double[][] known, int trials) {
    double[][] all = new double[trials][trials];
    for (int i = 0; i < trials; i++) {
      all[i][i] = 1;
      if (i < known.length) {
        System.arraycopy(known[i], 0, all[i], 0, known.length);
      }
    }
    return all;
  }
}

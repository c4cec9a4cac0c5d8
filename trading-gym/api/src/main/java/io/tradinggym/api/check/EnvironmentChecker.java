package io.tradinggym.api.check;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.check.Finding.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts an environment through the contract of {@link EnvironmentLogic}. The checks:
 *
 * <pre>
 * spec                a new object each time, with an equal spec
 * spaces              every observation lies in its space
 * finite              rewards are finite, infos are not infinite
 * masks               a mask leaves a choice wherever something is chosen: not after an end
 * seed-determinism    the same seed and actions give the same bits from two objects
 * step-determinism    and from one object that is used again; a reset writes the whole observation
 * seeds-differ        neighbouring seeds give different episodes (skipped where nothing is random)
 * fork                a restored copy goes on with the same bits (skipped unless resumable)
 * allocation          a step allocates nothing
 * close               may be called twice
 * </pre>
 *
 * <pre>{@code
 * EnvironmentChecker.of(Thermostat::new).check().requirePassed();
 * System.out.println(EnvironmentChecker.of("CartPole-v1", Options.NONE).check());
 * }</pre>
 */
public final class EnvironmentChecker {
  private static final int ALLOCATION_WARM_UP = 2000;
  private static final int ALLOCATION_STEPS = 1000;
  private static final int ALLOCATION_RUNS = 10;

  private final Supplier<EnvironmentLogic> maker;
  private long seed = 1;
  private int steps = 1000;

  private EnvironmentChecker(Supplier<EnvironmentLogic> maker) {
    this.maker = maker;
  }

  /**
   * {@return a checker of laws that the supplier makes, a new one each time}
   *
   * @param maker makes a new law each time it is called
   */
  public static EnvironmentChecker of(Supplier<EnvironmentLogic> maker) {
    return new EnvironmentChecker(maker);
  }

  /**
   * {@return a checker of a registered environment}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param options with which it is made; what is not set has its default
   */
  public static EnvironmentChecker of(String id, Options options) {
    return new EnvironmentChecker(Registry.global().maker(id, options));
  }

  /**
   * Another seed than 1.
   *
   * @param value any number; neighbours are used, too
   * @return this checker
   */
  public EnvironmentChecker seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Another length of each run than 1,000 steps; >= 1.
   *
   * @param count steps of a run, &gt;= 1
   * @throws IllegalArgumentException if it is less
   * @return this checker
   */
  public EnvironmentChecker steps(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("steps must be >= 1, was " + count);
    }
    steps = count;
    return this;
  }

  /**
   * Runs all checks. A law that throws fails the check in which it did.
   *
   * @return what each check found, in their order
   */
  public CheckReport check() {
    List<Finding> findings = new ArrayList<>();
    findings.add(run("spec", this::spec));
    findings.add(run("spaces", logic -> everyStep(logic, EnvironmentChecker::outsideSpace)));
    findings.add(run("finite", logic -> everyStep(logic, EnvironmentChecker::notFinite)));
    findings.add(run("masks", this::masks));
    findings.add(run("seed-determinism", this::seedDeterminism));
    findings.add(run("step-determinism", this::stepDeterminism));
    findings.add(run("seeds-differ", this::seedsDiffer));
    findings.add(run("fork", this::fork));
    findings.add(run("allocation", this::allocation));
    findings.add(run("close", EnvironmentChecker::close));
    try (EnvironmentLogic logic = maker.get()) {
      return new CheckReport(logic.spec().id(), seed, steps, findings);
    }
  }

  /** What a check says: an empty text if all is well. */
  private record Verdict(Outcome outcome, String detail) {
    static final Verdict PASSED = new Verdict(Outcome.PASSED, "");

    static Verdict failed(String detail) {
      return new Verdict(Outcome.FAILED, detail);
    }

    static Verdict skipped(String detail) {
      return new Verdict(Outcome.SKIPPED, detail);
    }

    static Verdict of(String offence) {
      return offence.isEmpty() ? PASSED : failed(offence);
    }
  }

  private Finding run(String name, Function<EnvironmentLogic, Verdict> check) {
    try (EnvironmentLogic logic = maker.get()) {
      Verdict verdict = check.apply(logic);
      return new Finding(name, verdict.outcome(), verdict.detail());
    } catch (RuntimeException e) {
      return new Finding(name, Outcome.FAILED, "threw " + e);
    }
  }

  private Verdict spec(EnvironmentLogic logic) {
    try (EnvironmentLogic other = maker.get()) {
      if (other == logic) {
        return Verdict.failed(
            "the supplier must make a new object each time, it gave the same one twice");
      }
      if (!other.spec().equals(logic.spec())) {
        return Verdict.failed(
            "two objects have different specs: " + logic.spec() + " and " + other.spec());
      }
      return Verdict.PASSED;
    }
  }

  /** Runs and asks after every step; the first answer that is not empty fails. */
  private Verdict everyStep(EnvironmentLogic logic, Function<Rollout, String> question) {
    Rollout rollout = new Rollout(logic, seed);
    rollout.reset();
    for (int step = 0; step <= steps; step++) {
      String offence = question.apply(rollout);
      if (!offence.isEmpty()) {
        return Verdict.failed("at step " + step + ", " + offence);
      }
      rollout.advance();
    }
    return Verdict.PASSED;
  }

  private static String outsideSpace(Rollout r) {
    return r.spec.observation().contains(r.batch.observations)
        ? ""
        : "observation "
            + Arrays.toString(r.batch.observations)
            + " is not in "
            + r.spec.observation().toJson();
  }

  private static String notFinite(Rollout r) {
    if (!Double.isFinite(r.batch.rewards[0])) {
      return "the reward is " + r.batch.rewards[0];
    }
    for (int i = 0; i < r.batch.infos.length; i++) {
      if (Double.isInfinite(r.batch.infos[i])) {
        return "info " + r.spec.infoFields().get(i).name() + " is " + r.batch.infos[i];
      }
    }
    return "";
  }

  private Verdict masks(EnvironmentLogic logic) {
    if (!logic.spec().masked()) {
      return Verdict.skipped("the environment does not mask");
    }
    return everyStep(
        logic,
        r ->
            r.end.ended() || r.spec.action().leavesChoice(r.batch.masks, 0)
                ? ""
                : "the mask leaves no choice");
  }

  private Verdict seedDeterminism(EnvironmentLogic logic) {
    try (EnvironmentLogic other = maker.get()) {
      return same(new Rollout(logic, seed).trace(steps), new Rollout(other, seed).trace(steps));
    }
  }

  private Verdict stepDeterminism(EnvironmentLogic logic) {
    List<String> first = new Rollout(logic, seed).trace(steps);
    new Rollout(logic, seed + 1).trace(steps / 2 + 1);
    Rollout again = new Rollout(logic, seed);
    // Stands for what an episode left behind: a reset that does not write it all shows it.
    Arrays.fill(again.batch.observations, Float.NaN);
    return same(first, again.trace(steps));
  }

  private Verdict seedsDiffer(EnvironmentLogic logic) {
    List<String> first = new Rollout(logic, seed).trace(steps);
    List<String> second = new Rollout(logic, seed + 1).trace(steps);
    return first.equals(second)
        ? Verdict.skipped(
            "seeds " + seed + " and " + (seed + 1) + " give the same run: nothing here is random")
        : Verdict.PASSED;
  }

  private Verdict fork(EnvironmentLogic logic) {
    if (!logic.resumable() || !(logic instanceof Resumable state)) {
      return Verdict.skipped("the environment does not offer it");
    }
    Rollout rollout = new Rollout(logic, seed);
    rollout.trace(steps / 2);
    try (EnvironmentLogic copy = maker.get()) {
      // Used before, so that state which is not restored shows.
      new Rollout(copy, seed + 7).trace(steps / 3 + 1);
      Snapshots.copy(state, (Resumable) copy);
      Rollout forked = rollout.fork(copy);
      return same(rollout.go(steps), forked.go(steps));
    }
  }

  private static Verdict same(List<String> one, List<String> two) {
    for (int step = 0; step < one.size(); step++) {
      if (!one.get(step).equals(two.get(step))) {
        return Verdict.failed(
            "at step " + step + " one run has " + one.get(step) + ", the other " + two.get(step));
      }
    }
    return Verdict.PASSED;
  }

  private Verdict allocation(EnvironmentLogic logic) {
    Rollout rollout = new Rollout(logic, seed);
    rollout.reset();
    for (int i = 0; i < ALLOCATION_WARM_UP; i++) {
      rollout.advance();
    }
    if (Allocation.soFar() < 0) {
      return Verdict.skipped("this JVM does not count allocations");
    }
    // The least of several runs, because the JVM itself allocates now and then.
    long least = Long.MAX_VALUE;
    for (int run = 0; run < ALLOCATION_RUNS && least > 0; run++) {
      least = Math.min(least, allocated(rollout));
    }
    return Verdict.of(
        least == 0 ? "" : least + " bytes were allocated in " + ALLOCATION_STEPS + " steps");
  }

  private static long allocated(Rollout rollout) {
    long total = 0;
    for (int i = 0; i < ALLOCATION_STEPS; i++) {
      if (rollout.end.ended()) {
        rollout.reset();
      }
      long before = Allocation.soFar();
      rollout.advance();
      total += Allocation.soFar() - before;
    }
    return total;
  }

  private static Verdict close(EnvironmentLogic logic) {
    logic.close();
    logic.close();
    return Verdict.PASSED;
  }
}

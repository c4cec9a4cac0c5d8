package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.search.SuccessiveHalving.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {
  private static final SearchSpace SPACE = LearningCurves.space();

  private static double regret(long seed, int epochs, boolean halving) {
    RandomStream random = RandomStreams.of(seed).stream("search");
    RandomStream noise = RandomStreams.of(seed).stream("noise");
    int spent = 0;
    if (!halving) {
      RandomSearch search = new RandomSearch(SPACE, random);
      double seen = Double.NEGATIVE_INFINITY;
      double regret = 1;
      for (; spent + 81 <= epochs; spent += 81) {
        Candidate candidate = search.ask(1).getFirst();
        double noisy =
            LearningCurves.score(candidate, 81) + LearningCurves.NOISE * noise.gaussian();
        if (noisy > seen) {
          seen = noisy;
          regret = LearningCurves.regret(candidate);
        }
      }
      return regret;
    }
    SuccessiveHalving search = new SuccessiveHalving(new RandomSearch(SPACE, random), 1, 81, 3);
    while (true) {
      Job job = search.ask(1).getFirst();
      spent += job.cost();
      if (spent > epochs) {
        return LearningCurves.regret(search.best().orElseThrow());
      }
      search.tell(
          job,
          LearningCurves.score(job.candidate(), job.budget())
              + LearningCurves.NOISE * noise.gaussian());
    }
  }

  /** Random search takes 16,200 epochs to get to .067. */
  @Test
  void findsInAnEighthOfTheEpochsWhatRandomSearchFinds() {
    double halving = 0;
    double random = 0;
    for (int seed = 0; seed < 300; seed++) {
      halving += regret(seed, 2025, true) / 300;
      random += regret(seed, 2025, false) / 300;
    }
    assertThat(halving).isBetween(.05, .075);
    assertThat(random).isBetween(.115, .14);
  }

  @Test
  void oneInThreeIsPromotedAndGoesOnFromWhereItWas() {
    SuccessiveHalving search =
        new SuccessiveHalving(
            new RandomSearch(SPACE, RandomStreams.of(1).stream("search")), 10, 100, 3);
    assertThat(search.budgets()).containsExactly(10, 30, 90, 100);
    List<Job> first = search.ask(3);
    assertThat(first).extracting(Job::budget).containsOnly(10);
    search.tell(first.get(0), .2);
    search.tell(first.get(1), .5);
    assertThat(search.ask(1).getFirst().rung()).as("a third of two is nobody").isZero();
    search.tell(first.get(2), Double.NaN);
    Job promoted = search.ask(1).getFirst();
    assertThat(promoted.candidate()).isSameAs(first.get(1).candidate());
    assertThat(promoted.spent()).isEqualTo(10);
    assertThat(promoted.budget()).isEqualTo(30);
    assertThat(promoted.cost()).isEqualTo(20);
    assertThat(search.ask(1).getFirst().rung()).as("only once").isZero();
    search.tell(promoted, .1);
    assertThat(search.best()).as("of the highest rung").contains(promoted.candidate());
    assertThat(search.reached(0)).isEqualTo(3);
    assertThat(search.reached(1)).isEqualTo(1);
  }

  @Test
  void aFailureIsNeverPromoted() {
    SuccessiveHalving search =
        new SuccessiveHalving(
            new RandomSearch(SPACE, RandomStreams.of(2).stream("search")), 1, 9, 2);
    for (Job job : search.ask(8)) {
      search.tell(job, Double.NaN);
    }
    assertThat(search.ask(8)).extracting(Job::rung).containsOnly(0);
  }

  /** A round of four takes one course, in whatever order its jobs end, as long as they are told by number. */
  @Test
  void roundsOfOneSizeTakeOneCourse() {
    List<List<String>> courses = new ArrayList<>();
    for (int workers = 1; workers <= 2; workers++) {
      SuccessiveHalving search =
          new SuccessiveHalving(
              new TreeParzen(SPACE, RandomStreams.of(3).stream("search")), 1, 27, 3);
      List<String> course = new ArrayList<>();
      for (int round = 0; round < 30; round++) {
        List<Job> jobs = search.ask(4);
        double[] scores = new double[4];
        int[] order = workers == 1 ? new int[] {0, 1, 2, 3} : new int[] {3, 1, 2, 0};
        for (int i : order) {
          scores[i] = LearningCurves.score(jobs.get(i).candidate(), jobs.get(i).budget());
        }
        for (int i = 0; i < 4; i++) {
          search.tell(jobs.get(i), scores[i]);
          course.add(jobs.get(i).toString());
        }
      }
      courses.add(course);
    }
    assertThat(courses.get(0)).isEqualTo(courses.get(1));
  }

  @Test
  void impossibleBudgetsAreRefused() {
    RandomSearch search = new RandomSearch(SPACE, RandomStreams.of(1).stream("search"));
    for (int[] wrong :
        Arrays.asList(new int[] {0, 9, 3}, new int[] {9, 8, 3}, new int[] {1, 9, 1})) {
      assertThatThrownBy(() -> new SuccessiveHalving(search, wrong[0], wrong[1], wrong[2]))
          .hasMessageContaining("were " + wrong[0] + ", " + wrong[1] + " and " + wrong[2]);
    }
  }
}

package io.tradinggym.explain.policy;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Discrete;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small tree that decides nearly as a policy does. The tree plays, the policy says what it would have done in the
 * states that the tree came to, and the next tree is grown on all of them, each weighed by what a wrong choice costs
 * there: the score of the best choice less that of the worst. The tree with the largest return is kept, of equal ones
 * the one that agrees most. What it loses against its teacher is said: a tree that loses much explains little.
 *
 * @see <a href="https://arxiv.org/abs/1805.08328">Bastani, Pu and Solar-Lezama (2018), Verifiable reinforcement
 *     learning via policy extraction</a>
 */
public final class Viper {
  private final VectorEnvironment environment;
  private final Teacher teacher;
  private final Batch batch;
  private final float[] scores;

  /**
   * A tree and how near it comes.
   *
   * @param tree that decides
   * @param agreement part of the decisions, 0 to 1, in the states that the tree comes to, that the teacher takes
   *     as well
   * @param agreementByStakes the same, each decision weighed by what a wrong choice costs there
   * @param reward mean undiscounted return of the tree
   * @param teacherReward mean return of the teacher on the same episodes
   */
  public record Distilled(
      DecisionTree tree,
      double agreement,
      double agreementByStakes,
      double reward,
      double teacherReward) {}

  /**
   * How much is done.
   *
   * @param depth of the tree, &gt;= 1; 6 can still be read
   * @param rounds of playing and growing, &gt;= 1
   * @param episodes in each round, &gt;= 1
   * @param judged episodes that a tree is judged by, &gt;= 1
   */
  public record Effort(int depth, int rounds, int episodes, int judged) {}

  /** What the teacher said of states. */
  private record Lessons(List<float[]> rows, List<Integer> labels, List<Double> weights) {}

  /** An episode as it is played. */
  private record Played(double reward, double agreed, double steps, double kept, double stakes) {
    double agreement() {
      return agreed / steps;
    }
  }

  /**
   * Trees for a policy.
   *
   * @param environment one lane without autoreset, with a Discrete action
   * @param teacher that trees are to imitate
   */
  public Viper(VectorEnvironment environment, Teacher teacher) {
    if (environment.lanes() != 1
        || environment.autoReset() != AutoReset.DISABLED
        || !(environment.actionSpace() instanceof Discrete discrete)
        || discrete.n() != teacher.choices()) {
      throw new IllegalArgumentException(
          "needs one lane without autoreset, and as many discrete choices as the teacher scores");
    }
    this.environment = environment;
    this.teacher = teacher;
    batch = environment.newBatch();
    scores = new float[teacher.choices()];
  }

  /**
   * Grows trees and keeps the best; the same seed gives the same tree.
   *
   * @param effort how large trees are, and how long it tries
   * @param seed any number; the same seed gives the same bits
   * @return the best tree, and how true it is
   */
  public Distilled distil(Effort effort, long seed) {
    Lessons lessons = new Lessons(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    DecisionTree playing = null;
    DecisionTree best = null;
    Played most = new Played(Double.NEGATIVE_INFINITY, 0, 1, 0, 1);
    for (int round = 0; round < effort.rounds(); round++) {
      for (int episode = 0; episode < effort.episodes(); episode++) {
        long start = seed + (long) round * effort.episodes() + episode;
        play(playing, start, lessons);
      }
      playing =
          DecisionTree.grow(
              lessons.rows(),
              lessons.labels().stream().mapToInt(Integer::intValue).toArray(),
              lessons.weights().stream().mapToDouble(Double::doubleValue).toArray(),
              teacher.choices(),
              effort.depth());
      Played judged = judge(playing, effort, seed);
      if (judged.reward() > most.reward()
          || (judged.reward() == most.reward() && judged.agreement() > most.agreement())) {
        most = judged;
        best = playing;
      }
    }
    return new Distilled(
        Objects.requireNonNull(best, "rounds must be >= 1"),
        most.agreement(),
        most.kept() / most.stakes(),
        most.reward() / effort.judged(),
        judge(null, effort, seed).reward() / effort.judged());
  }

  private Played judge(@Nullable DecisionTree tree, Effort effort, long seed) {
    Played sum = new Played(0, 0, 0, 0, 0);
    for (int episode = 0; episode < effort.judged(); episode++) {
      Played played = play(tree, ~seed - episode, null);
      sum =
          new Played(
              sum.reward() + played.reward(),
              sum.agreed() + played.agreed(),
              sum.steps() + played.steps(),
              sum.kept() + played.kept(),
              sum.stakes() + played.stakes());
    }
    return sum;
  }

  private Played play(@Nullable DecisionTree tree, long seed, @Nullable Lessons lessons) {
    int first = ((Discrete) environment.actionSpace()).start();
    environment.reset(seed, batch);
    double reward = 0;
    int agreed = 0;
    int steps = 0;
    double kept = 0;
    double stakes = 0;
    float[] action = new float[1];
    while (batch.ends[0] == 0) {
      float[] observation = batch.observation(0);
      teacher.scores(observation, scores);
      int wanted = best();
      int taken = tree == null ? wanted : allowed(tree.choose(observation), wanted);
      double stake = scores[wanted] - worst();
      if (lessons != null) {
        lessons.rows().add(observation);
        lessons.labels().add(wanted);
        lessons.weights().add(stake);
      }
      agreed += taken == wanted ? 1 : 0;
      kept += taken == wanted ? stake : 0;
      stakes += stake;
      steps++;
      action[0] = first + taken;
      environment.step(action, batch);
      reward += batch.rewards[0];
    }
    return new Played(reward, agreed, steps, kept, stakes);
  }

  private int allowed(int choice, int otherwise) {
    return batch.maskSize == 0 || batch.masks[choice] ? choice : otherwise;
  }

  private int best() {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      if ((batch.maskSize == 0 || batch.masks[i]) && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private double worst() {
    double worst = Double.POSITIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (batch.maskSize == 0 || batch.masks[i]) {
        worst = Math.min(worst, scores[i]);
      }
    }
    return worst;
  }
}

package io.tradinggym.experiments.options;

import io.tradinggym.experiments.UserError;
import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.AnalyzerSettings;
import io.tradinggym.options.analysis.ChainAnalyzer;
import io.tradinggym.options.analysis.Signal;
import io.tradinggym.options.chain.BadChainException;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.RecordedChain;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One analysis of a chain file.
 *
 * @param chain as read
 * @param forwards by parity
 * @param spotSource where the spot comes from, in words
 * @param rateSource where the rate comes from, in words
 * @param analysis the result
 */
public record ChainStudy(
    RecordedChain chain,
    ImpliedForwards forwards,
    String spotSource,
    String rateSource,
    Analysis analysis) {
  /** Parity is trusted if the pairs of the nearest expiry agree on the spot this well. */
  private static final double AGREEMENT = 1e-3;

  private static final int RETURNS = 20;

  /**
   * What is asked.
   *
   * @param file the chain
   * @param signal where the underlying is thought to go
   * @param history daily bars of the underlying, if there are any
   * @param spot of the underlying, if known
   * @param earnings the next announcement, if known
   * @param rate of interest, continuously compounded, if known
   * @param settings of the analyzer
   */
  public record Question(
      ChainFile file,
      Signal signal,
      Optional<DailyCloses> history,
      OptionalDouble spot,
      Optional<LocalDate> earnings,
      OptionalDouble rate,
      AnalyzerSettings settings) {}

  /**
   * Answers.
   *
   * @throws UserError if the files or values are not usable together
   */
  public static ChainStudy of(Question question) {
    RecordedChain chain = read(question.file());
    ImpliedForwards forwards =
        question.rate().isPresent()
            ? ImpliedForwards.of(chain, question.rate().getAsDouble())
            : ImpliedForwards.of(chain);
    boolean agreed =
        !forwards.expiries().isEmpty()
            && forwards.expiries().getFirst().deviation() < AGREEMENT * forwards.spot();
    double spot = forwards.spot();
    String source = "put-call parity";
    if (question.spot().isPresent()) {
      spot = question.spot().getAsDouble();
      source = "--spot";
    } else if (!agreed && chain.underlying() > 0) {
      spot = chain.underlying();
      source = "the chain file";
    }
    if (Double.isNaN(spot)) {
      throw new UserError(
          chain.report().file()
              + ": no expiry has calls and puts at three common strikes, so put-call parity gives"
              + " no spot; give --spot");
    }
    OptionalDouble historical =
        question.history().isPresent()
            ? OptionalDouble.of(question.history().get().volatility(chain.time(), RETURNS))
            : OptionalDouble.empty();
    try {
      Analysis analysis =
          new ChainAnalyzer(question.settings())
              .analyse(chain, spot, forwards, question.signal(), historical, question.earnings());
      String rate = question.rate().isPresent() ? "--rate" : "the chain's carry";
      return new ChainStudy(chain, forwards, source, rate, analysis);
    } catch (IllegalArgumentException e) {
      throw new UserError(chain.report().file() + ": " + e.getMessage(), e);
    }
  }

  private static RecordedChain read(ChainFile file) {
    try {
      return file.read();
    } catch (NoSuchFileException e) {
      throw new UserError(e.getFile() + ": there is no such file", e);
    } catch (IOException e) {
      throw new UserError("cannot read the chain: " + e.getMessage(), e);
    } catch (BadChainException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}

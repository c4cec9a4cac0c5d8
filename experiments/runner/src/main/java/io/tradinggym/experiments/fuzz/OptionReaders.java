package io.tradinggym.experiments.fuzz;

import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.RecordedChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Option chains. */
final class OptionReaders {
  private static final String FILE = "chain_20250915.csv";

  private OptionReaders() {}

  static List<FileKind> all() {
    String[] samples = {
      Samples.yahoo(), Samples.optionLab(), Samples.leanUniverse(), Samples.leanMinutes()
    };
    return List.of(
        FileKind.files("chains", FILE, file -> sound(ChainFile.of(file).read()), samples),
        FileKind.files(
            "chains-repaired",
            FILE,
            file -> sound(ChainFile.of(file).excludingBroken().read()),
            samples),
        FileKind.files(
            "chain-histories",
            FILE,
            OptionReaders::history,
            Samples.leanUniverse(),
            Samples.yahoo()));
  }

  private static void history(Path file) throws IOException {
    MarketReaders.beside(file, "chain_20250912.csv", Samples.leanUniverse());
    ChainHistory.read(file.resolveSibling("chain_"));
  }

  private static void sound(RecordedChain chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (!(chain.strike(i) > 0) || !(chain.years(i) >= 0)) {
        throw new IllegalStateException(
            "contract " + i + ": strike " + chain.strike(i) + ", years " + chain.years(i));
      }
    }
  }
}

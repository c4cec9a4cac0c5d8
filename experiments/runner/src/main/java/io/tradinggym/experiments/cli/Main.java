package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command line. Exit codes: 0 done, 1 a defect or a failed check, 2 something that the user can put right.
 */
@Command(
    name = "experiments/run",
    description =
        "Trains and judges reinforcement-learning agents in simulated and replayed markets.",
    subcommands = {
      QuickstartCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ReportCommand.class,
      ListCommand.class,
      CheckCommand.class,
      BenchCommand.class,
      OptionsCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "Trading Gym 0.1.0",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footer = {"", Disclaimer.PURPOSE, Disclaimer.LIMITS})
public final class Main implements Runnable {
  /** Something that the user can put right. */
  static final int BAD_INPUT = 2;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** Runs and exits. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, also for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::badArguments);
    line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int badArguments(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    report(command, String.valueOf(problem.getMessage()));
    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return BAD_INPUT;
  }

  private static int failed(Exception failure, CommandLine command) {
    if (failure instanceof UserError) {
      report(command, String.valueOf(failure.getMessage()));
      return BAD_INPUT;
    }
    PrintWriter err = command.getErr();
    err.println("This is a defect of Trading Gym, please report it:");
    failure.printStackTrace(err);
    return 1;
  }

  private static void report(CommandLine command, String message) {
    command.getErr().println("error: " + message);
  }
}

double hurdle(int trials, double years) {
    return SharpeInference.expectedMaximum(trials) / Math.sqrt(years);
}

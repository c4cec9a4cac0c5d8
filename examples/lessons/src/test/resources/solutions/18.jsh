double weight(double first, double second, double correlation) {
    double c = correlation * first * second;
    return (second * second - c) / (first * first + second * second - 2 * c);
}

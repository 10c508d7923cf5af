# harness:
#   description: unittest - results of every outcome, fixtures, subtests, skips, assertion messages
#   tags: [module:unittest]
import io
import re
import unittest


class Outcomes(unittest.TestCase):
    log = []

    @classmethod
    def setUpClass(cls):
        cls.log.append("setUpClass")

    @classmethod
    def tearDownClass(cls):
        cls.log.append("tearDownClass")

    def setUp(self):
        self.addCleanup(self.log.append, "cleanup")
        self.log.append("setUp")

    def tearDown(self):
        self.log.append("tearDown")

    def test_error(self):
        raise KeyError("boom")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)

    def test_fail(self):
        """The first line of the doc."""
        self.assertEqual([1, 2, 3], [1, 2, 4], "extra words")

    def test_pass(self):
        self.assertTrue(1)

    @unittest.skip("not today")
    def test_skip(self):
        self.fail("never")

    def test_skip_inside(self):
        self.skipTest("inside")

    def test_subtests(self):
        for n in range(4):
            with self.subTest("half", n=n):
                self.assertEqual(n % 2, 0)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no class")

    def test_never(self):
        pass


def run(case, verbosity=2):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = unittest.TextTestRunner(stream, verbosity=verbosity).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in 0s", stream.getvalue())
    text = re.sub(r'File ".*?", line \d+', 'File "f", line n', text)
    print(re.sub(r"\n +[\^~]+\n", "\n", text))
    print("result:", result.testsRun, len(result.errors), len(result.failures), len(result.skipped),
          len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())


run(Outcomes)
run(Broken, 1)
print("log:", Outcomes.log[:4], len(Outcomes.log), Outcomes.log[-1])
case = unittest.TestCase()
CHECKS = [("assertEqual", 1, 2), ("assertEqual", "one\ntwo\n", "one\n2\n"),
          ("assertEqual", {"a": 1}, {"a": 2}), ("assertEqual", (1,), (1, 2)), ("assertEqual", {1}, {2}),
          ("assertNotEqual", 1, 1), ("assertTrue", []), ("assertFalse", "x"), ("assertIs", 1, "1"),
          ("assertIsNone", 0), ("assertIn", 3, [1]), ("assertNotIn", "a", "abc"),
          ("assertIsInstance", 1, str), ("assertNotIsInstance", 1, int), ("assertGreater", 1, 2),
          ("assertLessEqual", 3, 2), ("assertAlmostEqual", 1.0, 1.001),
          ("assertNotAlmostEqual", 1.0, 1.00000001), ("assertRegex", "abc", "x+"),
          ("assertNotRegex", "abc", "b"), ("assertCountEqual", [1, 2, 2], [2, 1]),
          ("assertSequenceEqual", [1], (2,)),
          ("assertDictEqual", {"k": 1}, {}), ("assertListEqual", [1], 5),
          ("assertRaises", ValueError, int, "5"), ("assertMultiLineEqual", "a", "b"),
          ("assertStartsWith", "abc", "x"), ("assertEndsWith", "abc", "x"), ("assertHasAttr", 5, "zz"),
          ("assertIsSubclass", int, str)]
for name, *arguments in CHECKS:
    try:
        getattr(case, name)(*arguments)
        print(name, "passed")
    except AssertionError as error:
        print(name, repr(str(error)))
with case.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print("caught:", caught.exception)
for context in (case.assertRaisesRegex(ValueError, "^other"),
                case.assertRaises((KeyError, TypeError), msg="given")):
    try:
        with context:
            int("x") if context.expected is ValueError else None
    except AssertionError as error:
        print("context:", error)
loader = unittest.TestLoader()
import __main__  # noqa: E402

one = Outcomes("test_fail")
print("names:", loader.getTestCaseNames(Outcomes)[:2], one.id(), one.shortDescription(), str(one))
print("by name:", loader.loadTestsFromName("Outcomes.test_pass", __main__).countTestCases())

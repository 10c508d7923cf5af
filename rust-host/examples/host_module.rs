//! A module written in Rust, called from Python, with values passed both ways.

use std::process::ExitCode;

use rustpython_host::{Config, Host, Script};
use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::{AsObject, PyResult, VirtualMachine, pymodule};

const SCRIPT: &str = "
import shop

order = {'apple': 3, 'pear': 2}
print('total:', shop.total(order))
print('cheapest:', *shop.cheapest())

basket = shop.Basket('Ada')
basket.add('pear')
basket.add('apple', 2)
print(basket.describe(lambda name: name.upper()))

try:
    shop.total({'melon': 1})
except LookupError as error:
    print('refused:', error)
";

#[pymodule]
mod shop {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use rustpython_vm::builtins::{PyDictRef, PyTypeRef};
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

    const PRICES: [(&str, f64); 2] = [("apple", 0.5), ("pear", 0.75)];

    fn price(name: &str, vm: &VirtualMachine) -> PyResult<f64> {
        let found = PRICES.iter().find(|(known, _)| *known == name);
        let (_, price) =
            found.ok_or_else(|| vm.new_lookup_error(format!("no price for {name}")))?;
        Ok(*price)
    }

    /// Takes a dict of Python's; an exception of ours goes back as its `Err`.
    #[pyfunction]
    fn total(order: PyDictRef, vm: &VirtualMachine) -> PyResult<f64> {
        let mut sum = 0.0;
        for (name, count) in order {
            let name: String = name.try_into_value(vm)?;
            let count: u32 = count.try_into_value(vm)?;
            sum += price(&name, vm)? * f64::from(count);
        }
        Ok(sum)
    }

    /// A Rust tuple becomes a Python one.
    #[pyfunction]
    fn cheapest() -> (String, f64) {
        let (name, price) = PRICES[0];
        (name.to_owned(), price)
    }

    /// A class of ours, with state behind a lock because Python has threads.
    #[pyattr]
    #[pyclass(name)]
    #[derive(Debug, PyPayload)]
    struct Basket {
        owner: String,
        content: Mutex<BTreeMap<String, u32>>,
    }

    #[pyclass]
    impl Basket {
        #[pyslot]
        fn slot_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let (owner,): (String,) = args.bind(vm)?;
            let content = Mutex::default();
            Self { owner, content }
                .into_ref_with_type(vm, class)
                .map(Into::into)
        }

        #[pymethod]
        fn add(zelf: &Py<Self>, name: String, count: OptionalArg<u32>) {
            let mut content = zelf.content.lock().expect("nothing panics with the lock");
            *content.entry(name).or_default() += count.unwrap_or(1);
        }

        /// Calls back into Python. The lock is not held meanwhile.
        #[pymethod]
        fn describe(zelf: &Py<Self>, shown: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
            let content = zelf
                .content
                .lock()
                .expect("nothing panics with the lock")
                .clone();
            let mut items = Vec::new();
            for (name, count) in content {
                let name: String = shown.call((name,), vm)?.try_into_value(vm)?;
                items.push(format!("{count} {name}"));
            }
            Ok(format!("{}: {}", zelf.owner, items.join(", ")))
        }
    }
}

fn main() -> ExitCode {
    let config = Config::new().module(shop::module_def).init(call_from_rust);
    match Host::new(config) {
        Ok(host) => host.run(Script::text(SCRIPT)).exit_code.into(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The other direction: Rust calls a function of a Python module.
fn call_from_rust(vm: &VirtualMachine) -> PyResult<()> {
    let order: PyDictRef = vm.ctx.new_dict();
    order.set_item("apple", vm.ctx.new_int(4).into(), vm)?;
    let json = vm.import("json", 0)?;
    let text = vm.call_method(json.as_object(), "dumps", (order,))?;
    println!("from Rust: {}", text.str(vm)?);
    Ok(())
}
